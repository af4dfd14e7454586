package io.storeops.activity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.id.ActorId;
import io.storeops.id.IdText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What somebody found wrong in a check of an activity, completely told (R64): what, where, since when, and with a screenshot. Immutable.
 *
 * @param run the run of the check
 * @param step the check, as in PAGE_PRICE
 * @param what what is wrong; not blank
 * @param where where it is seen; not blank
 * @param since since when, in whole microseconds, and not after it is sent
 * @param screenshot the reference of the screenshot; not blank
 * @param to who can put it right, at least one, each once, copied
 */
public record Finding(
        String run, String step, String what, String where, Instant since, String screenshot, List<ActorId> to) {
    /**
     * Checks that it is complete.
     *
     * @throws IllegalArgumentException if a text is blank, nobody is told or somebody twice, an id breaks the rule of {@link IdText}, or the
     *     instant is finer than microseconds
     */
    public Finding {
        IdText.checked("run", run);
        IdText.checked("step", step);
        requireNonNull(since, "since");
        to = ImmutableList.copyOf(to);
        if (what.isBlank() || where.isBlank() || screenshot.isBlank()) {
            throw new IllegalArgumentException("Feedback on " + run + ":" + step
                    + " says what is wrong, where, and with which screenshot, not '" + what + "', '" + where + "', '"
                    + screenshot + "'");
        }
        if (to.isEmpty() || to.stream().distinct().count() < to.size()) {
            throw new IllegalArgumentException(
                    "Feedback on " + run + ":" + step + " goes to somebody, each once, not to " + to);
        }
        if (!since.equals(since.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("Feedback tells a whole microsecond since when, not " + since);
        }
    }
}

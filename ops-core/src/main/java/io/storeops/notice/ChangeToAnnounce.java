package io.storeops.notice;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Fact;
import io.storeops.evidence.Target;

/**
 * Something that departments were told is no longer as they were told (R51, D22): it leaves a draft of a notice, to be sent by a
 * person.
 *
 * @param cause what changed it, as in an anomaly that was corrected
 * @param about what thing it is about, as in an item
 * @param text what is to be told; not blank
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record ChangeToAnnounce(Target cause, String about, String text) implements Fact {
    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public ChangeToAnnounce {
        requireNonNull(cause, "cause");
        requireNonNull(about, "about");
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "What " + cause + " changed of " + about + " is to be told, not nothing");
        }
    }
}

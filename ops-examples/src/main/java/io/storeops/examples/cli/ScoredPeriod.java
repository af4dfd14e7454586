package io.storeops.examples.cli;

import io.storeops.id.ActorId;
import io.storeops.kpi.Kpi;
import io.storeops.scorecard.CountedRecord;
import io.storeops.scorecard.Scorecard;
import io.storeops.scorecard.Scorecards;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Of which period, of whom and as of when a scorecard is asked for. */
final class ScoredPeriod {
    @Option(
            names = "--period",
            paramLabel = "P",
            required = true,
            description = "A week as in 2024-W24, a date, or two dates as in 2024-06-01/2024-06-30, both included.")
    private String period = "";

    @Option(names = "--person", paramLabel = "ID", description = "Whose figures. Default: the store's.")
    private @Nullable String person;

    @Option(
            names = "--as-of",
            paramLabel = "T",
            description =
                    "The instant of knowing, as in 2024-06-17T12:00:00+08:00; nothing later counts. Default: now.")
    private @Nullable String asOf;

    /**
     * What is asked for.
     *
     * @param dates the dates in the store's zone
     * @param person whose figures; empty for the store's
     * @param asOf the instant of knowing; empty for now
     */
    record Asked(Dates dates, Optional<ActorId> person, Optional<Instant> asOf) {
        private Instant at() {
            return asOf.orElseGet(OpenedStore.CLOCK::instant);
        }

        Scorecard scorecard(OpenedStore opened) {
            Scorecards desk = opened.desk().scorecards();
            Instant at = at();
            return person.map(whose -> desk.of(opened.id(), whose, dates.from(), dates.to(), at))
                    .orElseGet(() -> desk.of(opened.id(), dates.from(), dates.to(), at));
        }

        List<CountedRecord> records(OpenedStore opened, Kpi kpi) {
            Scorecards desk = opened.desk().scorecards();
            Instant at = at();
            return person.map(whose -> desk.records(opened.id(), whose, kpi, dates.from(), dates.to(), at))
                    .orElseGet(() -> desk.records(opened.id(), kpi, dates.from(), dates.to(), at));
        }
    }

    Asked asked() {
        return new Asked(
                Dates.parse(period),
                Optional.ofNullable(person).map(ActorId::of),
                Optional.ofNullable(asOf).map(Given::instant));
    }
}

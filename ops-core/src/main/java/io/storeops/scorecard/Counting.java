package io.storeops.scorecard;

import com.google.common.collect.ImmutableList;
import io.storeops.absence.Charged;
import io.storeops.act.Context;
import io.storeops.agenda.Measure;
import io.storeops.id.ActorId;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Counts the measures of all duties, one after the other, so that only one's records are held at a time. Immutable. */
final class Counting {
    private final List<Measure> measures;

    Counting(List<Measure> measures) {
        this.measures =
                measures.stream().sorted(Comparator.comparing(Measure::kpi)).collect(ImmutableList.toImmutableList());
    }

    Scorecard scorecard(Context context, Optional<ActorId> person, Measure.Period period) {
        return new Scorecard(
                context.store().id(),
                person,
                period.from(),
                period.to(),
                period.asOf(),
                measures.stream()
                        .filter(measure -> person.isEmpty() || measure.kpi() != Kpi.TARGET)
                        .map(measure -> line(measure, measure.count().of(context, period), person))
                        .toList());
    }

    private static ScoreLine line(Measure measure, Charged charged, Optional<ActorId> person) {
        return person.map(who -> new ScoreLine(measure.kpi(), charged.of(who), charged.excusedOf(who)))
                .orElseGet(() -> new ScoreLine(measure.kpi(), charged.raw(), charged.excused()));
    }

    /** What a measure counts, of the store or of what is charged to a person. */
    List<CountedRecord> records(Context context, Kpi kpi, Optional<ActorId> person, Measure.Period period) {
        return measures.stream()
                .filter(measure -> measure.kpi() == kpi)
                .map(measure -> measure.count().of(context, period))
                .flatMap(charged -> charged.items().stream().flatMap(item -> record(charged, item, person).stream()))
                .filter(Counting::counts)
                .toList();
    }

    /** What adds neither to n nor to d tells nothing of the figure. */
    private static boolean counts(CountedRecord record) {
        return record.counted().n() != 0 || record.counted().d() != 0;
    }

    private static Optional<CountedRecord> record(Charged charged, Charged.Item item, Optional<ActorId> person) {
        if (person.isEmpty()) {
            return Optional.of(new CountedRecord(item.target(), item.counted(), charged.excusedOf(item), item.due()));
        }
        return item.shareOf(person.get()).map(share -> {
            Ratio left = charged.unexcused(share);
            return new CountedRecord(
                    item.target(), share.counted(), share.counted().d() - left.d(), item.due());
        });
    }
}

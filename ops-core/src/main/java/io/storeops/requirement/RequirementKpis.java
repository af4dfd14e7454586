package io.storeops.requirement;

import io.storeops.absence.Charged;
import io.storeops.absence.Charges;
import io.storeops.act.Context;
import io.storeops.agenda.Measure;
import io.storeops.authority.Right;
import io.storeops.kpi.Kpi;
import io.storeops.storage.Query;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The measures of requirements (domain section 5, D57). A requirement is of the period in which its last due instant lies, and counts once it
 * is accepted or past its due. Accepted late without rework it is without error (K4.1), and not prompt (K4.3).
 */
final class RequirementKpis {
    private static final List<Kpi> KPIS = List.of(Kpi.K4_1, Kpi.K4_3);

    static final List<Measure> MEASURES = KPIS.stream()
            .map(kpi -> new Measure(kpi, (context, period) -> charged(context, period, kpi)))
            .toList();

    private RequirementKpis() {}

    private static Charged charged(Context context, Measure.Period period, Kpi kpi) {
        Charges charges = Charges.asOf(context, period.asOf());
        ZoneId zone = context.store().zone();
        return new Charged(
                context
                        .rows()
                        .all(Query.of(Requirement.TABLE, context.store().id(), Requirement.BY_DUE)
                                .from(period.begins(zone))
                                .to(period.ends(zone)))
                        .stream()
                        .filter(each -> accepted(each, period.asOf()).isPresent()
                                || !period.asOf().isBefore(each.due()))
                        .map(each -> item(charges, each, period.asOf(), kpi))
                        .toList(),
                charges);
    }

    private static Optional<Requirement.Acceptance> accepted(Requirement each, Instant asOf) {
        return each.acceptance().filter(done -> !done.at().isAfter(asOf));
    }

    private static Charged.Item item(Charges charges, Requirement each, Instant asOf, Kpi kpi) {
        Optional<Requirement.Acceptance> done = accepted(each, asOf);
        boolean inTime =
                done.filter(acceptance -> !acceptance.at().isAfter(each.due())).isPresent();
        boolean reworked = each.course().rework() > 0;
        boolean good = kpi == Kpi.K4_3 ? inTime : done.isPresent() && !reworked;
        // A rework is no matter of time: no absence excuses it.
        List<Instant> missed = good || (kpi == Kpi.K4_1 && reworked) ? List.of() : List.of(each.due());
        return new Charged.Item(
                Requirement.target(each.id()),
                good,
                false,
                charges.of(done.map(Requirement.Acceptance::by), Right.LIAISE, each.due()).stream()
                        .map(person -> new Charged.Share(person, good, missed))
                        .toList(),
                each.due());
    }
}

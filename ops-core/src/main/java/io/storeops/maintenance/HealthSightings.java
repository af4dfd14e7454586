package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.feed.Coverage;
import io.storeops.health.HealthReading;
import io.storeops.health.HealthValue;
import io.storeops.health.HealthVersion;
import io.storeops.health.Penalty;
import io.storeops.inspection.InspectionRule;
import io.storeops.inspection.PenaltyRule;
import io.storeops.inspection.SpendRule;
import io.storeops.inspection.Tally;
import io.storeops.source.SourceLook;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was last read of an indicator, or of the penalties, as its rule takes it. The latest instant of which anything was read counts: whose
 * reading is older has none.
 */
final class HealthSightings {
    private HealthSightings() {}

    static Sighting<?> of(Context context, SourceLook look, InspectionRule<?> rule) {
        List<HealthVersion> latest = HealthVersion.latest(context.rows(), rule.key());
        Optional<Instant> asOf = latest.stream()
                .map(version -> version.reading().asOf())
                .max(Instant::compareTo)
                .or(look::asOf);
        Map<String, Object> read = new LinkedHashMap<>();
        for (HealthVersion version : latest) {
            HealthReading reading = version.reading();
            Optional<HealthValue> value = Optional.of(reading.value())
                    .filter(given -> asOf.filter(reading.asOf()::equals).isPresent());
            read.put(reading.subject(), value(context, rule, reading, value));
        }
        boolean partial = latest.stream()
                .anyMatch(version -> version.coverage() == Coverage.PARTIAL
                        && asOf.filter(version.reading().asOf()::equals).isPresent());
        return new Sighting<>(
                rule.key(), asOf, partial ? Coverage.PARTIAL : Coverage.UNKNOWN, latest.size(), read, Map.of());
    }

    /** A value of a kind that the roster no longer has for the indicator is none. */
    private static Object value(
            Context context, InspectionRule<?> rule, HealthReading reading, Optional<HealthValue> value) {
        if (rule instanceof PenaltyRule) {
            Optional<HealthVersion> known = HealthVersion.findBefore(
                    context.rows(),
                    rule.key(),
                    reading.subject(),
                    News.from(context, new AnomalyKey(rule.key(), reading.subject()), reading.asOf()));
            return new PenaltyRule.Penalties(
                    value.flatMap(HealthSightings::inForce),
                    known.map(version -> version.reading().value()).flatMap(HealthSightings::inForce));
        }
        return rule instanceof SpendRule
                ? value.filter(HealthValue.Spent.class::isInstance)
                        .map(spent -> ((HealthValue.Spent) spent).spend())
                        .orElseGet(() -> new SpendRule.Spend(Optional.empty(), Optional.empty(), Optional.empty()))
                : value.filter(HealthValue.Counted.class::isInstance)
                        .map(counted -> ((HealthValue.Counted) counted).tally())
                        .orElseGet(Tally::missing);
    }

    private static Optional<SortedSet<String>> inForce(HealthValue value) {
        return value instanceof HealthValue.InForce penalties
                ? Optional.of(new TreeSet<>(
                        penalties.penalties().stream().map(Penalty::id).toList()))
                : Optional.empty();
    }
}

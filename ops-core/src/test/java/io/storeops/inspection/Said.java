package io.storeops.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.catalog.Money;
import io.storeops.feed.Coverage;
import io.storeops.position.HealthRules;
import io.storeops.position.MaintenanceRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.provider.Arguments;

/** What the tables of the rules have in common: the instant of the source, amounts, indicators, and how a row is checked. */
final class Said {
    static final Instant AS_OF = Instant.parse("2024-10-12T07:30:00Z");
    static final Instant NOW = AS_OF.plusSeconds(60);
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final Currency CNY = Currency.getInstance("CNY");
    static final Currency USD = Currency.getInstance("USD");
    static final MaintenanceRules.Feed FEED = MaintenanceRules.Feed.DEFAULT;
    static final Look LOOK = Look.complete(NOW, AS_OF, 60, FEED);

    private Said() {}

    static Money cny(String yuan) {
        return Money.of(new BigDecimal(yuan), CNY);
    }

    static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    static Look look(String asOf, Coverage coverage, long checked, long lastChecked) {
        return new Look(NOW, Optional.of(Instant.parse(asOf)), coverage, checked, OptionalLong.of(lastChecked), FEED);
    }

    /** The indicator of the default roster with a base. */
    static Limits limits(String category, String base) {
        HealthRules.Indicator indicator = HealthRules.DEFAULT.indicators().stream()
                .filter(each -> each.category().equals(category))
                .findFirst()
                .orElseThrow();
        return Limits.of(
                indicator,
                Optional.of(base).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                indicator.counting().window());
    }

    /** A row: what was read, and what is to be said of it. */
    static Arguments row(Object read, InspectionVerdict verdict, Standing standing, Phrase phrase) {
        return Arguments.of(read, verdict, standing, phrase);
    }

    static <V> Judgement judged(
            InspectionRule<V> rule, V read, InspectionVerdict verdict, Standing standing, Phrase phrase) {
        Judgement judgement = rule.judge(LOOK, read);
        assertEquals(phrase, judgement.phrase());
        assertEquals(verdict, judgement.verdict());
        assertEquals(standing, judgement.standing());
        assertEquals(rule.key(), judgement.rule());
        assertEquals(Optional.of(AS_OF), judgement.asOf());
        return judgement;
    }
}

package io.storeops.health;

import io.storeops.catalog.Money;
import io.storeops.inspection.SpendRule;
import io.storeops.inspection.Tally;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** How a value of an indicator is kept: exact decimals as text, and nothing for what is missing. */
final class HealthDocument {
    private HealthDocument() {}

    static Json write(HealthValue value) {
        Members members = new Members();
        if (value instanceof HealthValue.Counted counted) {
            Tally tally = counted.tally();
            members.put("kind", Json.of("COUNTED"));
            tally.quotient().ifPresent(quotient -> {
                members.text("dividend", Optional.of(quotient.dividend().toPlainString()));
                members.text("divisor", Optional.of(quotient.divisor().toPlainString()));
                quotient.sample().ifPresent(sample -> members.put("sample", Json.of(sample)));
            });
            members.text("definition", tally.definition());
            members.text("window", tally.window());
        } else if (value instanceof HealthValue.Spent spent) {
            members.put("kind", Json.of("SPENT"));
            spent.spend().spent().ifPresent(money -> members.put("spent", write(money)));
            spent.spend().budget().ifPresent(money -> members.put("budget", write(money)));
            members.text("window", spent.spend().window());
        } else if (value instanceof HealthValue.InForce inForce) {
            members.put("kind", Json.of("IN_FORCE"));
            members.put(
                    "penalties",
                    Json.array(inForce.penalties().stream()
                            .map(HealthDocument::write)
                            .toList()));
        }
        return Json.object(members.map);
    }

    private static Json write(Money money) {
        return Json.object(Map.of(
                "minor", Json.of(money.minor()),
                "currency", Json.of(money.currency().getCurrencyCode())));
    }

    private static Json write(Penalty penalty) {
        Members members = new Members();
        members.put("id", Json.of(penalty.id()));
        members.put("text", Json.of(penalty.text()));
        penalty.points().ifPresent(points -> members.put("points", Json.of(points)));
        members.text("from", penalty.from());
        members.text("until", penalty.until());
        return Json.object(members.map);
    }

    static HealthValue read(Json document) {
        JsonReader place = JsonReader.root("health value", document);
        String kind = place.text("kind");
        return switch (kind) {
            case "COUNTED" ->
                new HealthValue.Counted(new Tally(
                        place.findMember("dividend").map(dividend -> quotient(place)),
                        place.findMember("definition").map(JsonReader::text),
                        window(place)));
            case "SPENT" ->
                new HealthValue.Spent(new SpendRule.Spend(
                        place.findMember("spent").map(HealthDocument::money),
                        place.findMember("budget").map(HealthDocument::money),
                        window(place)));
            case "IN_FORCE" ->
                new HealthValue.InForce(place.elements("penalties").stream()
                        .map(HealthDocument::penalty)
                        .toList());
            default -> throw place.member("kind").refusal("is not a kind of value; known: COUNTED, SPENT, IN_FORCE");
        };
    }

    private static Tally.Quotient quotient(JsonReader place) {
        return new Tally.Quotient(
                new BigDecimal(place.text("dividend")),
                new BigDecimal(place.text("divisor")),
                place.findMember("sample")
                        .map(sample -> OptionalLong.of(sample.number()))
                        .orElseGet(OptionalLong::empty));
    }

    private static Optional<Period> window(JsonReader place) {
        return place.findMember("window").map(window -> window.as("is not a window", Period::parse));
    }

    private static Money money(JsonReader place) {
        return Money.ofMinor(
                place.number("minor"), place.member("currency").as("is not a currency", Currency::getInstance));
    }

    private static Penalty penalty(JsonReader place) {
        return new Penalty(
                place.text("id"),
                place.text("text"),
                place.findMember("points").map(JsonReader::number),
                instant(place, "from"),
                instant(place, "until"));
    }

    private static Optional<Instant> instant(JsonReader place, String name) {
        return place.findMember(name).map(member -> member.as("is not an instant", Instant::parse));
    }

    /** The members of an object while it is written. */
    private static final class Members {
        private final Map<String, Json> map = new TreeMap<>();

        void put(String name, Json value) {
            map.put(name, value);
        }

        void text(String name, Optional<?> value) {
            value.ifPresent(present -> put(name, Json.of(present.toString())));
        }
    }
}

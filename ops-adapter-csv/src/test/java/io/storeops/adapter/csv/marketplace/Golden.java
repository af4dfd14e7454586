package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.calendar.SlotPlan;
import io.storeops.catalog.Store;
import io.storeops.competitor.ShownCompetitor;
import io.storeops.feed.RowProblem;
import io.storeops.figures.Metric;
import io.storeops.figures.OrderLine;
import io.storeops.figures.Reading;
import io.storeops.health.HealthReading;
import io.storeops.health.HealthValue;
import io.storeops.id.StoreId;
import io.storeops.listing.BookPrice;
import io.storeops.listing.ShownListing;
import io.storeops.listing.StockLevel;
import io.storeops.spi.AdapterContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of one shipped profile that was made up by hand, and what is expected of each of its records: "2: what the row says" or
 * "3! the column that refuses it"; of a record that is no row, nothing.
 */
record Golden(String profileName, String fileName, String text, List<String> expected) {
    /** From this module's directory and from that of another whose tests read them. */
    private static final Path FOLDER = Path.of(
                    "../ops-adapter-csv/src/test/resources/io/storeops/adapter/csv/marketplace/golden")
            .toAbsolutePath()
            .normalize();

    private static final SlotPlan PLAN = SlotPlan.ofHours(9, 21);
    private static final Map<String, Profile> PROFILES = new ConcurrentHashMap<>();
    private static final String EXPECTED = "expected.txt";

    /** All of them, in the order of the profiles. */
    static List<Golden> all() {
        return Profiles.SHIPPED.stream().map(Golden::of).toList();
    }

    static Golden of(String profile) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(profile))) {
            Path file =
                    files.filter(each -> !each.endsWith(EXPECTED)).findFirst().orElseThrow();
            return new Golden(
                    profile,
                    String.valueOf(file.getFileName()),
                    Files.readString(file),
                    Files.readAllLines(FOLDER.resolve(profile).resolve(EXPECTED)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read once, since a test asks for it thousands of times. */
    Profile profile() {
        return PROFILES.computeIfAbsent(
                profileName,
                name -> Profiles.get(
                        name, AdapterContext.of(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), List.of(), Path.of(""))));
    }

    /** The store whose file it may be. */
    Store store() {
        return switch (profileName) {
            case "shopify-orders", "amazon-asin-day" ->
                new Store(StoreId.of("S1"), "S1", ZoneId.of("America/New_York"), Currency.getInstance("USD"));
            case "online-retail", "woocommerce-orders" -> Exports.LONDON;
            default -> Exports.SHANGHAI;
        };
    }

    /** The ways in which the text can stand in a file of its profile. */
    Map<String, byte[]> encoded() {
        Charset charset = profile().encoding();
        Map<String, byte[]> encoded = new TreeMap<>();
        encoded.put(charset.name(), text.getBytes(charset));
        if (charset.equals(StandardCharsets.UTF_8)) {
            encoded.put("UTF-8 with byte order mark", ("\uFEFF" + text).getBytes(charset));
        }
        return encoded;
    }

    /** What became of the records of a file. */
    record Found(Trial trial, List<String> records) {}

    /** Reads a file of this kind. */
    Found read(Path folder, byte[] bytes) {
        Path file = folder.resolve(fileName);
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> records = new ArrayList<>();
        Trial trial = Trial.of(
                file,
                profile(),
                store(),
                PLAN,
                (row, line) -> records.add(line + ": " + shown(row)),
                Integer.MAX_VALUE);
        for (RowProblem problem : trial.problems()) {
            records.add(problem.line() + "! " + problem.column().orElse("row"));
        }
        records.sort((one, other) -> Long.compare(line(one), line(other)));
        return new Found(trial, records);
    }

    /** Asserts that a file of this kind gives what is expected, record by record. */
    void requireExpected(Path folder, byte[] bytes) {
        assertEquals(
                String.join("\n", expected),
                String.join("\n", read(folder, bytes).records()));
    }

    static long line(String record) {
        return Long.parseLong(record.substring(0, record.indexOf(record.contains("! ") ? '!' : ':')));
    }

    private static String shown(Object row) {
        if (row instanceof OrderLine line) {
            return line.orderId() + " " + line.itemId().orElse("-") + " " + text(line.paidAt()) + " "
                    + line.grossMinor() + " " + line.refundedMinor() + " " + text(line.units())
                    + (line.cancels() ? " cancels" : "");
        }
        if (row instanceof Reading reading) {
            return reading.subject().kind() + "/" + reading.subject().id() + " "
                    + reading.slot().date() + " "
                    + (reading.slot().number() == PLAN.slots()
                            ? "end"
                            : PLAN.boundaries().get(reading.slot().number() - 1))
                    + " " + figures(reading);
        }
        if (row instanceof ShownListing listing) {
            return listing.itemId() + " " + listing.skuId().orElse("-")
                    + (listing.stockTracked() ? " tracked " : " untracked ")
                    + listing.values().stream()
                            .map(value -> value.field() + "=" + value.text())
                            .collect(Collectors.joining(", ", "{", "}"));
        }
        if (row instanceof StockLevel level) {
            return level.skuId() + " " + level.units();
        }
        if (row instanceof BookPrice price) {
            return price.skuId() + " " + price.priceMinor() + " " + text(price.effectiveFrom());
        }
        if (row instanceof ShownCompetitor rival) {
            return rival.itemId() + " " + rival.observedAt() + " "
                    + rival.title().orElse("-") + " " + text(rival.priceMinor()) + " " + text(rival.sales()) + " "
                    + text(rival.comments());
        }
        HealthReading reading = (HealthReading) row;
        return reading.indicator().category()
                + reading.indicator().metric().map(metric -> ":" + metric).orElse("")
                + " " + reading.subject() + " " + reading.asOf() + " " + value(reading.value());
    }

    private static String figures(Reading reading) {
        return reading.figures().metrics().stream()
                .sorted()
                .map((Metric metric) ->
                        metric.column() + "=" + reading.figures().get(metric))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String value(HealthValue value) {
        if (value instanceof HealthValue.Spent spent) {
            return spent.spend().spent().orElseThrow().minor()
                    + spent.spend()
                            .budget()
                            .map(budget -> " of " + budget.minor())
                            .orElse("");
        }
        return ((HealthValue.Counted) value)
                .tally()
                .quotient()
                .map(quotient -> quotient.dividend() + "/" + quotient.divisor() + " of " + text(quotient.sample()))
                .orElseThrow();
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("-");
    }

    private static String text(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "-";
    }
}

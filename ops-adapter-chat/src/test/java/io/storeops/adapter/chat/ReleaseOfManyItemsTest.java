package io.storeops.adapter.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreOps;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.publishing.DeliveryState;
import io.storeops.publishing.UnknownPolicy;
import io.storeops.reporting.Release;
import io.storeops.reporting.ReleaseState;
import io.storeops.reporting.SlotReporting;
import io.storeops.storage.MemoryStorage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A release of a hundred items in a group, through the library from readings to messages. */
class ReleaseOfManyItemsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 6, 16);
    private static final Pattern NUMBER = Pattern.compile("\\((\\d+)/(\\d+)\\)$");

    private final Shop shop = new Shop(
            "S1",
            "DATA_GROUP",
            IntStream.rangeClosed(1, 120)
                    .mapToObj(i -> "碎花连衣裙 <@all> 夏季新款 " + i)
                    .toList());
    private final SettableClock clock = SettableClock.at(Shop.boundary(DAY, 2).plusSeconds(60));

    private Release released(Group group, Map<String, String> settings) {
        try (StoreOps ops = StoreOps.builder()
                .storage(MemoryStorage.empty(clock))
                .clock(clock)
                .channel("DATA_GROUP", group.open(clock, settings), UnknownPolicy.HOLD)
                .build()) {
            ops.enrol(shop.enrolment(100));
            SlotReporting reporting = ops.deskOf(Shop.OPERATOR).reporting();
            reporting.record(shop.store(), shop.readings(DAY, 1));
            reporting.record(shop.store(), shop.readings(DAY, 2));
            reporting.release(shop.store(), SlotId.of(DAY, 2));
            return reporting.getRelease(shop.store(), SlotId.of(DAY, 2), 1);
        }
    }

    @Test
    void arrivesInNumberedPartsOfFourKilobytesInOrder() throws Exception {
        try (Group group = new Group(Service.WECOM)) {
            Release release = released(group, Map.of());
            assertEquals(ReleaseState.PUBLISHED, release.state());
            assertEquals(DeliveryState.SENT, release.delivery());
            List<String> parts = group.shown();
            assertTrue(parts.size() > 1 && parts.size() <= 5, parts.size() + " parts");
            List<String> items = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                String part = parts.get(i);
                assertTrue(part.getBytes(UTF_8).length <= 4_096, part.getBytes(UTF_8).length + " bytes");
                Matcher number = NUMBER.matcher(part.lines().findFirst().orElseThrow());
                assertTrue(number.find(), part);
                assertEquals(i + 1, Integer.parseInt(number.group(1)));
                assertEquals(parts.size(), Integer.parseInt(number.group(2)));
                part.lines()
                        .filter(line -> line.matches("\\| I\\d+ .*"))
                        .forEach(line -> items.add(line.replaceAll("\\| (I\\d+) .*", "$1")));
                assertEveryTableHasItsHead(part);
            }
            assertEquals(
                    IntStream.rangeClosed(1, 100).mapToObj(i -> "I" + i).toList(), items, "each item once, in order");
        }
    }

    /** Names of columns and the line below them stand above the first row of every table. */
    private static void assertEveryTableHasItsHead(String part) {
        List<String> lines = part.lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).startsWith("|") && !lines.get(i - 1).startsWith("|")) {
                assertTrue(lines.get(i + 1).matches("\\|( (:--|--:) \\|)+"), part);
                assertTrue(lines.get(i + 2).startsWith("| "), part);
                assertEquals(
                        lines.get(i).chars().filter(c -> c == '|').count(),
                        lines.get(i + 2).chars().filter(c -> c == '|').count(),
                        part);
            }
        }
    }

    /** Text of 2,048 bytes has less room: the release shows fewer items rather than none. */
    @Test
    void showsAsManyItemsAsTheGroupTakes() throws Exception {
        try (Group group = new Group(Service.WECOM)) {
            assertEquals(
                    DeliveryState.SENT, released(group, Map.of("form", "text")).delivery());
            List<String> parts = group.shown();
            parts.forEach(part -> assertTrue(part.getBytes(UTF_8).length <= 2_048));
            long items = parts.stream()
                    .flatMap(String::lines)
                    .filter(line -> line.matches("I\\d+ .*"))
                    .count();
            assertTrue(items > 50, items + " items");
        }
    }
}

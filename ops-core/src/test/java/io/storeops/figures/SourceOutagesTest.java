package io.storeops.figures;

import static io.storeops.StoreFixture.ITEM;
import static io.storeops.StoreFixture.ITSELF;
import static io.storeops.StoreFixture.RIVAL;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.StoreFixture;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a source could not be read, of whom (D66). */
class SourceOutagesTest {
    private final StoreFixture shop = StoreFixture.openWithItemAndRival();

    private void down(String time, Subject... subjects) {
        shop.clock.set(shop.at(time));
        shop.ops.sourceDown(STORE, List.of(subjects));
    }

    private void up(String time, Subject... subjects) {
        shop.clock.set(shop.at(time));
        shop.ops.sourceUp(STORE, List.of(subjects));
    }

    private TreeSet<String> outages() {
        return shop.storage.select(Query.of(SourceOutage.TABLE, STORE)).items().stream()
                .map(Versioned::value)
                .map(outage -> outage.subject() + " " + time(outage.downAt()) + "-"
                        + outage.upAt().map(this::time).orElse(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String time(Instant instant) {
        return instant.atZone(StoreFixture.SHANGHAI).toLocalTime().toString();
    }

    private List<String> told() {
        return shop.trail().stream()
                .map(line -> line.record().act())
                .filter(act -> act.startsWith("SOURCE_"))
                .toList();
    }

    @Test
    void eachGoesFromTheFirstWordThatItIsDownToTheFirstThatItIsUp() {
        down("10:00", ITSELF);
        down("10:30", ITSELF, ITEM);
        up("11:00", ITSELF, RIVAL);
        down("12:00", ITSELF);
        up("13:00", ITSELF, ITEM);
        assertEquals(
                new TreeSet<>(List.of("STORE:S1 10:00-11:00", "STORE:S1 12:00-13:00", "ITEM:A 10:30-13:00")),
                outages());
        assertEquals(List.of("SOURCE_DOWN", "SOURCE_DOWN", "SOURCE_UP", "SOURCE_DOWN", "SOURCE_UP"), told());
    }

    @Test
    void whatIsKnownIsNotToldAgain() {
        up("09:00", ITSELF);
        down("10:00", ITSELF);
        down("10:30", ITSELF);
        up("11:00", ITSELF);
        up("11:30", ITSELF);
        assertEquals(new TreeSet<>(List.of("STORE:S1 10:00-11:00")), outages());
        assertEquals(List.of("SOURCE_DOWN", "SOURCE_UP"), told());
    }

    @ParameterizedTest
    @CsvSource({
        "10:00, 12:00, true",
        "10:30, 11:30, true",
        "09:59, 12:00, false",
        "10:00, 12:01, false",
        "12:00, 13:00, false"
    })
    void oneCoversWhatLiesWithinIt(String from, String to, boolean covers) {
        SourceOutage over = new SourceOutage(STORE, ITSELF, shop.at("10:00"), Optional.of(shop.at("12:00")));
        assertEquals(covers, over.covers(shop.at(from), shop.at(to)));
    }

    @Test
    void oneThatGoesOnCoversEverythingFromItsBeginning() {
        SourceOutage open = new SourceOutage(STORE, ITSELF, shop.at("10:00"), Optional.empty());
        assertEquals(true, open.covers(shop.at("10:00"), shop.at("23:59")));
        assertEquals(false, open.covers(shop.at("09:59"), shop.at("23:59")));
    }
}

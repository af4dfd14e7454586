package io.storeops.examples.detect;

import io.storeops.calendar.SlotPlan;
import io.storeops.detection.Counts;
import io.storeops.detection.DayKind;
import io.storeops.detection.Detection;
import io.storeops.detection.Detector;
import io.storeops.detection.SlotDay;
import io.storeops.position.Roster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The judgements on the stores of a folder. */
public final class StoreDetection {
    /** Figures that grow with orders. */
    private static final List<String> OTHERS = List.of("units", "amount_minor");

    private final Detector detector;
    private final SlotPlan plan;

    /**
     * A detection by a roster's rules and slot plan.
     *
     * @param roster the roster
     */
    public StoreDetection(Roster roster) {
        plan = roster.slotPlan();
        detector = new Detector(roster.rules().detection(), roster.maintenance(), plan.slots());
    }

    /**
     * The judgements on each store of a folder.
     *
     * @param folder the folder, each store in a folder of its own
     * @return the judgements by the store's id, in the order of the folders' names
     * @throws IllegalArgumentException if no folder in it is a store's, or a file cannot be judged by
     * @throws io.storeops.failure.AdapterException if a file cannot be read
     */
    public Map<String, List<Detection>> judge(Path folder) {
        Map<String, List<Detection>> judged = new LinkedHashMap<>();
        try (Stream<Path> inside = Files.list(folder)) {
            inside.filter(StoreFolder::isOne).sorted().forEach(each -> {
                StoreFolder store = StoreFolder.open(each);
                List<Detection> judgements = new ArrayList<>();
                judge(store, judgements::add);
                judged.put(store.id(), judgements);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (judged.isEmpty()) {
            throw new IllegalArgumentException(
                    "No folder in " + folder
                            + " is a store's. Expected one for each store, with a store.csv and its readings.csv or listings.csv");
        }
        return judged;
    }

    private void judge(StoreFolder store, Consumer<Detection> out) {
        List<ReadingDay> days = store.readings(plan);
        Map<LocalDate, DayKind> kinds = store.kinds();
        detector.orders(
                store.id(), days.stream().map(day -> slotDay(day, kinds)).toList(), out);
        // A store that measures no refunds is not missing them.
        List<ReadingDay> refunding =
                days.stream().dropWhile(day -> !day.has("refunds")).toList();
        detector.refunds(
                store.id(),
                refunding.stream().map(ReadingDay::date).toList(),
                refunding.stream().map(day -> day.total("refunds")).toList(),
                out);
        detector.items(store.items(kinds), out);
        detector.listings(store.listings(), out);
    }

    private static SlotDay slotDay(ReadingDay day, Map<LocalDate, DayKind> kinds) {
        List<Counts> others = OTHERS.stream().filter(day::has).map(day::counts).toList();
        return new SlotDay(day.date(), kinds.getOrDefault(day.date(), DayKind.ORDINARY), day.counts("orders"), others);
    }
}

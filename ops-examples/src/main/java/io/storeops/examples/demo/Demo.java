package io.storeops.examples.demo;

import static java.util.Objects.requireNonNull;

import io.storeops.Desk;
import io.storeops.StoreOps;
import io.storeops.calendar.SettableClock;
import io.storeops.catalog.Store;
import io.storeops.figures.Subject;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Score;
import io.storeops.publishing.Channel;
import io.storeops.reporting.Attainment;
import io.storeops.reporting.DayBook;
import io.storeops.reporting.Release;
import io.storeops.reporting.SlotReporting;
import io.storeops.storage.Storage;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Acts the day of the demonstration out. Every command has an id of its own that is the same at each run, so a run on a
 * storage that has seen one before gives the first results again and changes nothing (R10).
 */
public final class Demo {
    private static final ActorId OPERATOR = ActorId.of("op-1");

    private final DemoDay day = DemoDay.load();
    private final List<DemoStep> steps = day.steps();
    private final SettableClock clock = SettableClock.at(steps.get(0).at());

    /** The demonstration. */
    public Demo() {}

    /**
     * How the day ended.
     *
     * @param store the store
     * @param book the final day
     * @param target the sales target with what was reached
     * @param scores the measures K1.1 to K1.4
     */
    public record Ending(Store store, DayBook book, Optional<Attainment> target, List<Score> scores) {
        /** Copies the scores. */
        public Ending {
            requireNonNull(store, "store");
            requireNonNull(book, "book");
            requireNonNull(target, "target");
            scores = List.copyOf(scores);
        }
    }

    /**
     * The store of the demonstration.
     *
     * @return the store
     */
    public Store store() {
        return day.enrolment().store();
    }

    /**
     * The title of an item or of a rival's item.
     *
     * @param subject whose
     * @return the title; empty if there is none
     */
    public Optional<String> findTitle(Subject subject) {
        return switch (subject.kind()) {
            case STORE -> Optional.empty();
            case ITEM ->
                day.enrolment().items().stream()
                        .filter(item -> item.id().equals(subject.id()))
                        .flatMap(item -> item.title().stream())
                        .findFirst();
            case COMPETITOR ->
                day.enrolment().competitors().stream()
                        .filter(item -> item.id().equals(subject.id()))
                        .flatMap(item -> item.title().stream())
                        .findFirst();
        };
    }

    /**
     * Runs it.
     *
     * @param storage opens the storage under the demonstration's clock
     * @param dataGroup opens the channel that gets the releases, under the same clock
     * @param released told of each release as it happens
     * @return how the day ended
     */
    public Ending run(
            Function<SettableClock, Storage> storage,
            Function<SettableClock, Channel> dataGroup,
            Consumer<Release> released) {
        try (StoreOps ops = StoreOps.builder()
                .storage(storage.apply(clock))
                .clock(clock)
                .channel("DATA_GROUP", dataGroup.apply(clock))
                .build()) {
            ops.enrol(day.enrolment());
            Desk desk = ops.deskOf(OPERATOR);
            for (int number = 0; number < steps.size(); number++) {
                clock.set(steps.get(number).at());
                CommandId id = CommandId.of(String.format(Locale.ROOT, "demo/%03d", number));
                perform(desk.under(id).reporting(), steps.get(number), released);
            }
            return ending(desk);
        }
    }

    private void perform(SlotReporting reporting, DemoStep step, Consumer<Release> released) {
        if (step instanceof DemoStep.Arrives arrives) {
            reporting.record(store().id(), List.of(arrives.reading()));
        } else if (step instanceof DemoStep.Releases releases) {
            released.accept(
                    releases.correction()
                            ? reporting.correct(store().id(), releases.slot())
                            : reporting.release(store().id(), releases.slot()));
        }
    }

    private Ending ending(Desk desk) {
        LocalDate date = DemoDay.DATE;
        return new Ending(
                store(),
                desk.reporting().dayBook(store().id(), date),
                desk.reporting().attainment(store().id(), date),
                desk.scorecards()
                        .of(store().id(), date, date, clock.instant())
                        .scores(Kpi.K1_1, Kpi.K1_2, Kpi.K1_3, Kpi.K1_4));
    }
}

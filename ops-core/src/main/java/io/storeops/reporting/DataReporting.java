package io.storeops.reporting;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Caller;
import io.storeops.calendar.SlotId;
import io.storeops.figures.Collected;
import io.storeops.figures.Intake;
import io.storeops.figures.OrderIntake;
import io.storeops.figures.Reading;
import io.storeops.id.StoreId;
import io.storeops.kpi.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Duty 1 in the hands of one person: {@link SlotReporting} with the person filled in. No logic; what each method does and
 * throws is told there. Thread-safe.
 */
public final class DataReporting {
    private final SlotReporting service;
    private final Supplier<Caller> caller;

    /**
     * The duty of a person.
     *
     * @param service the service
     * @param caller the person, with the command id of the next call
     */
    public DataReporting(SlotReporting service, Supplier<Caller> caller) {
        this.service = requireNonNull(service, "service");
        this.caller = requireNonNull(caller, "caller");
    }

    /**
     * Takes readings.
     *
     * @param store the store
     * @param readings the readings in order of arrival
     * @return what became of each
     * @see SlotReporting#record
     */
    public List<Intake> record(StoreId store, List<Reading> readings) {
        return service.record(caller.get(), store, readings);
    }

    /**
     * Collects a boundary from the store's metrics feed.
     *
     * @param store the store
     * @param slot the slot that the boundary closes
     * @return what was collected
     * @see SlotReporting#collect
     */
    public Collected collect(StoreId store, SlotId slot) {
        return service.collect(caller.get(), store, slot);
    }

    /**
     * Collects a day's orders from the store's order feed.
     *
     * @param store the store
     * @param date the date in the store's zone
     * @return every row accounted for
     * @see SlotReporting#collectOrders
     */
    public OrderIntake collectOrders(StoreId store, LocalDate date) {
        return service.collectOrders(caller.get(), store, date);
    }

    /**
     * Releases a boundary whose required readings are all in.
     *
     * @param store the store
     * @param slot the slot that the boundary closes
     * @return the release after the attempt to send it
     * @see SlotReporting#release
     */
    public Release release(StoreId store, SlotId slot) {
        return release(store, slot, Gaps.REFUSE);
    }

    /**
     * Releases a boundary.
     *
     * @param store the store
     * @param slot the slot that the boundary closes
     * @param gaps what to do if a required reading is missing
     * @return the release after the attempt to send it
     * @see SlotReporting#release
     */
    public Release release(StoreId store, SlotId slot, Gaps gaps) {
        return service.release(caller.get(), store, slot, gaps);
    }

    /**
     * Releases a correction.
     *
     * @param store the store
     * @param slot the slot of the release to correct
     * @return the correction after the attempt to send it
     * @see SlotReporting#correct
     */
    public Release correct(StoreId store, SlotId slot) {
        return service.correct(caller.get(), store, slot);
    }

    /**
     * Collects and releases the boundary that passed last.
     *
     * @param store the store
     * @return the release after the attempt to send it
     * @see SlotReporting#collectAndRelease
     */
    public Release collectAndRelease(StoreId store) {
        return service.collectAndRelease(caller.get(), store, Gaps.REFUSE);
    }

    /**
     * Tells what became of a release of which nobody could know.
     *
     * @param store the store
     * @param slot the release's slot
     * @param version the release's version
     * @param resolution what a person found out
     * @return the release as it stands afterwards
     * @see SlotReporting#resolve
     */
    public Release resolve(StoreId store, SlotId slot, int version, Resolution resolution) {
        return service.resolve(caller.get(), store, slot, version, resolution);
    }

    /**
     * Everything known of a day.
     *
     * @param store the store
     * @param date the date in the store's zone
     * @return the book as of now
     * @see SlotReporting#dayBook
     */
    public DayBook dayBook(StoreId store, LocalDate date) {
        return service.dayBook(caller.get(), store, date);
    }

    /**
     * A release as it stands.
     *
     * @param store the store
     * @param slot the slot that its boundary closes
     * @param version 1 as first sent, 2 and on for corrections
     * @return the release
     * @see SlotReporting#getRelease
     */
    public Release getRelease(StoreId store, SlotId slot, int version) {
        return service.getRelease(caller.get(), store, slot, version);
    }

    /**
     * The scores K1.1 to K1.4 of a period as of an instant.
     *
     * @param store the store
     * @param from the first date in the store's zone
     * @param to the last date, included
     * @param asOf the instant; nothing later counts
     * @return the four scores
     * @see SlotReporting#quality
     */
    public List<Score> quality(StoreId store, LocalDate from, LocalDate to, Instant asOf) {
        return service.quality(caller.get(), store, from, to, asOf);
    }

    /**
     * How far the target of a date is reached.
     *
     * @param store the store
     * @param date the date in the store's zone
     * @return the target with its actual amount, empty without a target
     * @see SlotReporting#attainment
     */
    public Optional<Attainment> attainment(StoreId store, LocalDate date) {
        return service.attainment(caller.get(), store, date);
    }
}

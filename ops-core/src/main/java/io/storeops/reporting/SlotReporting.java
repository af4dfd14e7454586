package io.storeops.reporting;

import io.storeops.act.Act;
import io.storeops.act.Caller;
import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.PersonalActs;
import io.storeops.calendar.SlotId;
import io.storeops.evidence.AuditRecord;
import io.storeops.failure.AdapterException;
import io.storeops.feed.Period;
import io.storeops.figures.Collected;
import io.storeops.figures.Collector;
import io.storeops.figures.DayFigures;
import io.storeops.figures.FiguresModule;
import io.storeops.figures.Intake;
import io.storeops.figures.OrderIntake;
import io.storeops.figures.Reading;
import io.storeops.id.CommandId;
import io.storeops.id.StoreId;
import io.storeops.outbox.Outbox;
import io.storeops.storage.StorageException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Duty 1 in the hands of one person: collection (1.1), consolidation and release (1.2). Each method is one
 * act, guarded by EXECUTE:X1, or a look, guarded by a right to read. Thread-safe.
 *
 * <p><b>Exceptions.</b> All methods throw {@link io.storeops.failure.DeniedException} if a right is missing,
 * {@link io.storeops.failure.NotEnrolledException} if the store is not known, and
 * {@link io.storeops.storage.StorageException}; acts also {@link io.storeops.failure.RefusedException} with the codes named at
 * the method.
 */
public final class SlotReporting {
    private static final Logger LOG = LoggerFactory.getLogger(SlotReporting.class);

    private final PersonalActs acts;
    private final Outbox outbox;
    private final Collector collector;
    private final ReleaseComposer composer;
    private final Releases releases;

    SlotReporting(PersonalActs acts, Outbox outbox, Collector collector, ReleaseComposer composer) {
        this.acts = acts;
        this.outbox = outbox;
        this.collector = collector;
        this.composer = composer;
        this.releases = new Releases(composer);
    }

    /**
     * Takes readings. Each is accepted, ignored or refused by itself, with its code; all accepted ones are one commit.
     *
     * @param store the store
     * @param readings the readings in order of arrival
     * @return what became of each, in the same order
     */
    public List<Intake> record(StoreId store, List<Reading> readings) {
        return collector.record(acts.caller(), store, readings);
    }

    /**
     * Collects what the store's metrics feed has for a boundary and takes it. A repetition of the command does not read the
     * source again.
     *
     * @param store the store
     * @param slot the slot that the boundary closes
     * @return what became of each reading, and what could not be read
     * @throws AdapterException if the store has no metrics feed, or the feed fails
     */
    public Collected collect(StoreId store, SlotId slot) {
        return collector.collect(acts.caller(), store, slot);
    }

    /**
     * Reads a day's orders from the store's order feed and takes them as direct slot values of the store: gross amount,
     * refunds and orders by payment time; visitors and buyers stay missing. A repetition of the command does not read the
     * source again.
     *
     * @param store the store
     * @param date the date in the store's zone
     * @return every row accounted for, and what became of the slots
     * @throws AdapterException if the store has no order feed, or the feed fails
     */
    public OrderIntake collectOrders(StoreId store, LocalDate date) {
        return collector.collectOrders(acts.caller(), store, date);
    }

    /**
     * Reads a day's orders as {@link #collectOrders(StoreId, LocalDate)} does, of a source of which the caller knows what it covers:
     * a slot in that period without an order is 0 (D74).
     *
     * @param store the store
     * @param date the date in the store's zone
     * @param stated the period of which the source has every order, as the caller vouches
     * @return every row accounted for, what became of the slots and what the source covers
     * @throws AdapterException if the store has no order feed, or the feed fails
     */
    public OrderIntake collectOrders(StoreId store, LocalDate date, Period stated) {
        return collector.collectOrders(acts.caller(), store, date, Optional.of(stated));
    }

    /**
     * Releases a boundary whose required readings are all in.
     *
     * @param store the store
     * @param slot the slot that the boundary closes, 1 to n
     * @return the release as it stands after the attempt
     * @throws io.storeops.failure.RefusedException as {@link #release(StoreId, SlotId, Gaps)}
     */
    public Release release(StoreId store, SlotId slot) {
        return release(store, slot, Gaps.REFUSE);
    }

    /**
     * Releases a boundary: decides what is said, queues it, and tries to send it (R23, R24). If the channel does not accept
     * it now, the release stays QUEUED and the outbox goes on trying. A boundary that was released before is not released again: the
     * first release is given back, with a remark (D71). Published values that sources took back since leave with it as
     * corrections (D75).
     *
     * @param store the store
     * @param slot the slot that the boundary closes, 1 to n
     * @param gaps what to do if a required reading is missing
     * @return the release as it stands after the attempt
     * @throws io.storeops.failure.RefusedException NO_SUCH_BOUNDARY, NO_CHANNEL, NOT_DUE, NOTHING_TO_RELEASE or INCOMPLETE
     */
    public Release release(StoreId store, SlotId slot, Gaps gaps) {
        return release(acts.caller(), store, slot, gaps, List.of());
    }

    /**
     * Releases a correction: one further version of a release that names every published value that is another one now
     * (R28).
     *
     * @param store the store
     * @param slot the slot of the release to correct; the day's last slot is corrected in the next day's first release
     * @return the correction as it stands after the attempt to send it
     * @throws io.storeops.failure.RefusedException NO_CHANNEL, NOT_RELEASED or NOTHING_CHANGED
     */
    public Release correct(StoreId store, SlotId slot) {
        return sent(acts.caller(), store, releases.correction(slot));
    }

    /**
     * Collects the boundary that passed last and releases it if all its required readings are in.
     *
     * @param store the store
     * @return the release as it stands after the attempt to send it
     * @throws io.storeops.failure.RefusedException as {@link #collectAndRelease(StoreId, Gaps)}
     */
    public Release collectAndRelease(StoreId store) {
        return collectAndRelease(store, Gaps.REFUSE);
    }

    /**
     * Collects the boundary that passed last, and yesterday's last slot if it is still missing, and releases the boundary.
     *
     * @param store the store
     * @param gaps what to do if a required reading is missing
     * @return the release as it stands after the attempt to send it
     * @throws io.storeops.failure.RefusedException NOT_DUE before the day's first boundary, and the codes of {@link #release}
     */
    public Release collectAndRelease(StoreId store, Gaps gaps) {
        Caller caller = acts.caller();
        Optional<AuditRecord> first = acts.acts()
                .findRecord(caller, store)
                .filter(record -> record.act().equals(ReportingEntries.RELEASE.name())
                        && record.outcome() != AuditRecord.Outcome.DENIED);
        if (first.isPresent()) {
            return release(caller, store, SlotId.parse(first.get().target().id()), gaps, List.of());
        }
        Morning morning = acts.acts().look(caller, store, FiguresModule.COLLECT, Morning::of);
        DayFigures yesterday =
                morning.closes() ? withLastSlot(caller, store, morning.yesterday()) : morning.yesterday();
        DayFigures today = morning.today();
        SlotId slot = SlotId.of(today.day().date(), Math.max(1, today.day().boundariesPassed(morning.at())));
        List<DayFigures> known = collector
                .collect(part(caller, "collect"), store, slot, List.of(yesterday, today))
                .days();
        return release(caller, store, slot, gaps, known.isEmpty() ? List.of(today) : known);
    }

    /** What is known before a collection: of today, and of yesterday, whose last slot may be expected and still missing. */
    private record Morning(Instant at, boolean closes, DayFigures yesterday, DayFigures today) {
        static Morning of(Context context) {
            List<DayFigures> days = DayFigures.loadWithDayBefore(context, context.today());
            DayFigures yesterday = days.get(0);
            boolean closes = context.expects(yesterday.day().date())
                    && !yesterday.missingAt(yesterday.day().plan().slots()).isEmpty();
            return new Morning(context.now(), closes, yesterday, days.get(1));
        }
    }

    /** Yesterday's last slot, if it is still missing (R22); a source that does not have it yet does not hold up today. */
    private DayFigures withLastSlot(Caller caller, StoreId store, DayFigures yesterday) {
        int last = yesterday.day().plan().slots();
        LocalDate date = yesterday.day().date();
        try {
            return collector
                    .collect(part(caller, "last"), store, SlotId.of(date, last), List.of(yesterday))
                    .days()
                    .stream()
                    .filter(day -> day.day().date().equals(date))
                    .findFirst()
                    .orElse(yesterday);
        } catch (AdapterException e) {
            if (!e.kind().retryable()) {
                throw e;
            }
            LOG.warn("The closed day {} of store {} cannot be collected yet: {}", date, store, e.getMessage());
            return yesterday;
        }
    }

    /**
     * Tells what became of a message of which nobody could know (UNKNOWN), or that the channel refused (REJECTED), or that a release was
     * sent by hand (BY_HAND, D59).
     *
     * @param store the store
     * @param slot the release's slot
     * @param version the release's version
     * @param resolution what a person found out
     * @return the release as it stands afterwards
     * @throws io.storeops.failure.RefusedException NOT_RELEASED, NOT_IN_DOUBT or IMPLAUSIBLE_INSTANT; EVIDENCE_MISSING for one that was
     *     sent by hand, without a screenshot
     */
    public Release resolve(StoreId store, SlotId slot, int version, Resolution resolution) {
        return sent(acts.caller(), store, new ResolveDelivery(composer, slot, version, resolution));
    }

    /**
     * Everything known of a day.
     *
     * @param store the store
     * @param date the date in the store's zone
     * @return the book as of now; {@link DayBook#asOf} goes back in time
     */
    public DayBook dayBook(StoreId store, LocalDate date) {
        return look(store, ReportingEntries.READ_DAY, context -> DayBooks.load(context, date));
    }

    /**
     * A release as it stands.
     *
     * @param store the store
     * @param slot the slot that its boundary closes
     * @param version 1 as first sent, 2 and on for corrections
     * @return the release
     * @throws IllegalArgumentException if there is no such release
     */
    public Release getRelease(StoreId store, SlotId slot, int version) {
        return look(store, ReportingEntries.READ_RELEASE, context -> composer.release(context, slot, version));
    }

    /**
     * How far the store's paid amount reaches towards the target of a date (R14).
     *
     * @param store the store
     * @param date the date in the store's zone
     * @return the target with the actual amount of its period so far; empty if the date has no target
     */
    public Optional<Attainment> attainment(StoreId store, LocalDate date) {
        return look(store, ReportingEntries.READ_TARGET, context -> Sales.attainment(context, date, context.now()));
    }

    private Release release(Caller caller, StoreId store, SlotId slot, Gaps gaps, List<DayFigures> hints) {
        return sent(caller, store, releases.first(slot, gaps, hints));
    }

    /** The release as it stands after the attempt to send what waits. */
    private Release sent(Caller caller, StoreId store, Act<Release> act) {
        Release release = acts.acts().perform(caller, store, act);
        try {
            return release.after(outbox.deliverDue(store));
        } catch (StorageException e) {
            // The release is committed and stays QUEUED; an exception here would say that it was not made.
            LOG.warn("What store {} has waiting could not be sent now", store, e);
            return release;
        }
    }

    private <R> R look(StoreId store, EntryPoint entry, Function<Context, R> look) {
        return acts.look(store, entry, look);
    }

    private static Caller part(Caller caller, String part) {
        return new Caller(caller.actor(), CommandId.of(caller.command() + "/" + part));
    }
}

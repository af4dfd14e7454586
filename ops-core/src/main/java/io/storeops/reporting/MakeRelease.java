package io.storeops.reporting;

import com.google.common.collect.ImmutableSortedMap;
import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.Refusal;
import io.storeops.act.Verdict;
import io.storeops.calendar.SlotId;
import io.storeops.evidence.AuditEntry;
import io.storeops.figures.DataDay;
import io.storeops.figures.MissingValue;
import io.storeops.figures.Subject;
import io.storeops.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The act of releasing a boundary for the first time (4.1: READY to QUEUED). */
final class MakeRelease implements Act<Release> {
    private final ReleaseComposer desk;
    private final SlotId slot;
    private final Gaps gaps;

    MakeRelease(ReleaseComposer desk, SlotId slot, Gaps gaps) {
        this.desk = desk;
        this.slot = slot;
        this.gaps = gaps;
    }

    @Override
    public EntryPoint entry() {
        return ReportingEntries.RELEASE;
    }

    /** The slot of which a line of the trail tells: "slot version" if it was done, the slot alone if it was refused. */
    static SlotId slotOf(AuditEntry.Deed deed) {
        return SlotId.parse(deed.subject().split(" ", 2)[0]);
    }

    @Override
    public String arguments() {
        return slot + " " + gaps;
    }

    @Override
    public Verdict decide(Context context) {
        DataDay.Guard guard = DataDay.Guard.read(context.rows(), slot.date());
        DayBook book = DayBooks.load(context, slot.date());
        return refusal(context, book)
                .<Verdict>map(refusal -> new Verdict.Refused(slot.toString(), refusal))
                .orElseGet(() -> released(context, book, guard));
    }

    private Optional<Refusal> refusal(Context context, DayBook book) {
        int boundaries = book.day().plan().boundaries().size();
        if (slot.number() > boundaries) {
            return refuse(
                    "NO_SUCH_BOUNDARY",
                    "the plan has boundaries 1 to " + boundaries
                            + "; the last slot is released with the next day's first boundary");
        }
        Optional<Refusal> noChannel = desk.noChannel(context);
        if (noChannel.isPresent()) {
            return noChannel;
        }
        ReleaseState state = book.stateOf(slot.number());
        String event = gaps == Gaps.CONFIRM ? ReleaseState.RELEASE_WITH_GAPS : ReleaseState.RELEASE;
        List<MissingValue> missing = book.missingAt(slot.number());
        if (state == ReleaseState.PLANNED) {
            return refuse(
                    "NOT_DUE", "the boundary is at " + book.day().closes(slot.number()) + ", now is " + context.now());
        }
        if (state == ReleaseState.QUEUED || state == ReleaseState.PUBLISHED) {
            return refuse(
                    "ALREADY_RELEASED",
                    "version " + book.lastEntry(slot).orElseThrow().version() + " was decided at "
                            + book.lastEntry(slot).orElseThrow().composedAt() + "; changes go out as a correction");
        }
        if (book.readings().stream().noneMatch(reading -> reading.slot().number() <= slot.number())) {
            return refuse("NOTHING_TO_RELEASE", "no reading up to this boundary is known; collect first");
        }
        boolean gapsUnconfirmed = !missing.isEmpty() && gaps == Gaps.REFUSE;
        if (gapsUnconfirmed
                || ReleaseState.MACHINE.find(Optional.of(state), event).isEmpty()) {
            return refuse("INCOMPLETE", "missing are " + missing + "; collect them, or confirm the gaps");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refuse(String code, String detail) {
        return Optional.of(new Refusal(code, detail));
    }

    private Verdict released(Context context, DayBook book, DataDay.Guard guard) {
        List<DataDay.Guard> guards = new ArrayList<>(List.of(guard));
        SortedMap<LocalDate, SortedMap<Subject, List<Integer>>> pins =
                new TreeMap<>(book.pinned(slot.number()).dates());
        if (slot.number() == 1) {
            LocalDate closed = slot.date().minusDays(1);
            guards.add(DataDay.Guard.read(context.rows(), closed));
            DayBook yesterday = DayBooks.load(context, closed);
            if (!yesterday.readings().isEmpty()) {
                pins.putAll(yesterday.pinned(yesterday.day().plan().slots()).dates());
            }
        }
        ReleaseEntry entry = new ReleaseEntry(
                context.store().id(),
                slot,
                1,
                book.day().releaseDue(slot.number()),
                context.now(),
                context.actor(),
                book.missingAt(slot.number()),
                new Pins(ImmutableSortedMap.copyOf(pins)),
                List.of());
        return desk.decided(context, book, entry, guards);
    }

    @Override
    public Release recall(Context context, Json result) {
        return desk.release(context, slot, 1);
    }
}

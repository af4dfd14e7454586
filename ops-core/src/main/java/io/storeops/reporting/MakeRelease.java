package io.storeops.reporting;

import com.google.common.collect.ImmutableSortedMap;
import io.storeops.act.Act;
import io.storeops.act.Refusal;
import io.storeops.act.Scene;
import io.storeops.act.Verdict;
import io.storeops.authority.Right;
import io.storeops.calendar.SlotId;
import io.storeops.evidence.AuditEntry;
import io.storeops.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The act of releasing a boundary for the first time (4.1: READY to QUEUED). */
final class MakeRelease implements Act<Release> {
    static final String NAME = "RELEASE";

    private final ReleaseDesk desk;
    private final SlotId slot;
    private final Gaps gaps;

    MakeRelease(ReleaseDesk desk, SlotId slot, Gaps gaps) {
        this.desk = desk;
        this.slot = slot;
        this.gaps = gaps;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The slot of which a line of the trail tells: "slot version" if it was done, the slot alone if it was refused. */
    static SlotId slotOf(AuditEntry.Deed deed) {
        return SlotId.parse(deed.subject().split(" ", 2)[0]);
    }

    @Override
    public List<Right> anyOf() {
        return List.of(Right.COLLECT_AND_RELEASE);
    }

    @Override
    public String arguments() {
        return slot + " " + gaps;
    }

    @Override
    public Verdict decide(Scene scene) {
        DataDay.Guard guard = desk.books().guard(scene, slot.date());
        DayBook book = desk.books().load(scene, slot.date());
        return refusal(scene, book)
                .<Verdict>map(refusal -> new Verdict.Refused(slot.toString(), refusal))
                .orElseGet(() -> released(scene, book, guard));
    }

    private Optional<Refusal> refusal(Scene scene, DayBook book) {
        int boundaries = book.day().plan().boundaries().size();
        if (slot.number() > boundaries) {
            return refuse(
                    "NO_SUCH_BOUNDARY",
                    "the plan has boundaries 1 to " + boundaries
                            + "; the last slot is released with the next day's first boundary");
        }
        if (!desk.hasChannel()) {
            return Optional.of(desk.noChannel());
        }
        if (scene.now().isBefore(book.day().closes(slot.number()))) {
            return refuse(
                    "NOT_DUE", "the boundary is at " + book.day().closes(slot.number()) + ", now is " + scene.now());
        }
        if (book.lastEntry(slot).isPresent()) {
            return refuse(
                    "ALREADY_RELEASED",
                    "version " + book.lastEntry(slot).get().version() + " was decided at "
                            + book.lastEntry(slot).get().composedAt() + "; changes go out as a correction");
        }
        if (book.readings().stream().noneMatch(reading -> reading.slot().number() <= slot.number())) {
            return refuse("NOTHING_TO_RELEASE", "no reading up to this boundary is known; collect first");
        }
        List<MissingValue> missing = book.missingAt(slot.number());
        if (!missing.isEmpty() && gaps == Gaps.REFUSE) {
            return refuse("INCOMPLETE", "missing are " + missing + "; collect them, or confirm the gaps");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refuse(String code, String detail) {
        return Optional.of(new Refusal(code, detail));
    }

    private Verdict released(Scene scene, DayBook book, DataDay.Guard guard) {
        List<DataDay.Guard> guards = new ArrayList<>(List.of(guard));
        SortedMap<LocalDate, SortedMap<Subject, List<Integer>>> pins =
                new TreeMap<>(book.pinned(slot.number()).dates());
        if (slot.number() == 1) {
            LocalDate closed = slot.date().minusDays(1);
            guards.add(desk.books().guard(scene, closed));
            DayBook yesterday = desk.books().load(scene, closed);
            if (!yesterday.readings().isEmpty()) {
                pins.putAll(yesterday.pinned(yesterday.day().plan().slots()).dates());
            }
        }
        ReleaseEntry entry = new ReleaseEntry(
                scene.store().id(),
                slot,
                1,
                book.day().releaseDue(slot.number()),
                scene.now(),
                scene.actor(),
                book.missingAt(slot.number()),
                new Pins(ImmutableSortedMap.copyOf(pins)),
                List.of());
        return desk.decided(scene, book, entry, guards);
    }

    @Override
    public Release recall(Scene scene, Json result) {
        return desk.release(scene, slot, 1);
    }
}

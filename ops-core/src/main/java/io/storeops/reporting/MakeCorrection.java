package io.storeops.reporting;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.Refusal;
import io.storeops.act.Verdict;
import io.storeops.calendar.SlotId;
import io.storeops.figures.DataDay;
import io.storeops.figures.Subject;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The act of releasing a correction (R28): one further version of one release, which names every published value that is
 * another one now, old and new. Later releases are not reissued.
 */
final class MakeCorrection implements Act<Release> {
    private final ReleaseComposer desk;
    private final SlotId slot;

    MakeCorrection(ReleaseComposer desk, SlotId slot) {
        this.desk = desk;
        this.slot = slot;
    }

    @Override
    public EntryPoint entry() {
        return ReportingEntries.CORRECT;
    }

    @Override
    public String arguments() {
        return slot.toString();
    }

    @Override
    public Verdict decide(Context context) {
        DataDay.Guard guard = DataDay.Guard.read(context.rows(), slot.date());
        DayBook book = DayBooks.load(context, slot.date());
        Optional<ReleaseEntry> last = book.lastEntry(slot);
        Optional<Refusal> noChannel = desk.noChannel(context);
        if (noChannel.isPresent()) {
            return new Verdict.Refused(slot.toString(), noChannel.get());
        }
        if (last.isEmpty()
                || ReleaseState.MACHINE
                        .find(Optional.of(book.stateOf(slot.number())), ReleaseState.CORRECT)
                        .isEmpty()) {
            return refused("NOT_RELEASED", "release it first; a correction is a further version");
        }
        SortedMap<LocalDate, SortedMap<Subject, List<Integer>>> pins = new TreeMap<>();
        List<SlotChange> changes = new ArrayList<>();
        List<DataDay.Guard> guards = new ArrayList<>(List.of(guard));
        for (LocalDate date : last.get().pins().dates().keySet()) {
            if (!date.equals(slot.date())) {
                guards.add(DataDay.Guard.read(context.rows(), date));
            }
            DayBook shown = date.equals(slot.date()) ? book : DayBooks.load(context, date);
            Pins published = published(shown, date);
            Pins now = shown.pinned(published.shown(date));
            changes.addAll(new Comparison(date, shown.day().plan().slots(), shown.readings()).changes(published, now));
            pins.put(date, now.of(date));
        }
        if (changes.isEmpty()) {
            return refused("NOTHING_CHANGED", "every published value is still what is known");
        }
        return desk.decided(
                context,
                book,
                new ReleaseEntry(
                        context.store().id(),
                        slot,
                        last.get().version() + 1,
                        last.get().dueAt(),
                        context.now(),
                        context.actor(),
                        book.missingAt(slot.number()),
                        new Pins(pins),
                        changes),
                guards);
    }

    /** What was published last of a date: by the release that showed most of it, the latest version of that. */
    private static Pins published(DayBook book, LocalDate date) {
        return book.entries().stream()
                .filter(entry -> entry.pins().dates().containsKey(date))
                .max(Comparator.<ReleaseEntry>comparingInt(entry -> entry.pins().shown(date))
                        .thenComparing(ReleaseEntry::composedAt)
                        .thenComparingInt(ReleaseEntry::version))
                .map(ReleaseEntry::pins)
                .orElseThrow();
    }

    private Verdict refused(String code, String detail) {
        return new Verdict.Refused(slot.toString(), new Refusal(code, detail));
    }

    @Override
    public Release recall(Context context, Json result) {
        return desk.release(
                context, slot, Math.toIntExact(JsonReader.root("result", result).number("version")));
    }
}

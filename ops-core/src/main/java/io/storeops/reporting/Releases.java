package io.storeops.reporting;

import com.google.common.collect.ImmutableSortedMap;
import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Move;
import io.storeops.act.Verdict;
import io.storeops.calendar.SlotId;
import io.storeops.failure.Refusal;
import io.storeops.figures.DayFigures;
import io.storeops.figures.Subject;
import io.storeops.reporting.Publications.Publication;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The acts of releasing: a boundary for the first time, and corrections of what was published (4.1). */
final class Releases {
    private final ReleaseComposer composer;

    Releases(ReleaseComposer composer) {
        this.composer = composer;
    }

    /**
     * Releases a boundary for the first time.
     *
     * @param hints the figures of dates as they were a moment ago; used where nothing changed them since
     */
    Act<Release> first(SlotId slot, Gaps gaps, List<DayFigures> hints) {
        ReleaseEvent event = gaps == Gaps.CONFIRM ? ReleaseEvent.RELEASE_WITH_GAPS : ReleaseEvent.RELEASE;
        return move(event, slot, hints)
                .unless((context, publication) ->
                        publication.hasNothing() ? Optional.of(Publications.nothing()) : Optional.empty())
                .unless((context, publication) -> gaps == Gaps.REFUSE && missing(publication)
                        ? Optional.of(Publications.incomplete(publication))
                        : Optional.empty())
                .doing((context, publication, to) -> released(context, publication.book(), slot))
                .giving((context, written) -> ReleaseComposer.view(context, written.get(ReleaseEntry.TABLE)));
    }

    private Move<Publication, ReleaseState, ReleaseEvent, Release> move(
            ReleaseEvent event, SlotId slot, List<DayFigures> hints) {
        return Move.<Publication, ReleaseState, ReleaseEvent, Release>of(
                        new Publications(hints), event, slot.toString())
                .unless((context, publication) -> composer.noChannel(context));
    }

    private static boolean missing(Publication publication) {
        return !publication.book().missingAt(publication.slot().number()).isEmpty();
    }

    private Verdict.Done released(Context context, DayBook book, SlotId slot) {
        List<DayFigures> reliedOn = new ArrayList<>(List.of(book.figures()));
        SortedMap<LocalDate, SortedMap<Subject, List<Integer>>> pins =
                new TreeMap<>(book.pinned(slot.number()).dates());
        if (slot.number() == 1) {
            DayBook yesterday = DayBooks.load(context, slot.date().minusDays(1));
            reliedOn.add(yesterday.figures());
            if (!yesterday.readings().isEmpty()) {
                pins.putAll(yesterday.pinned(yesterday.day().plan().slots()).dates());
            }
        }
        return composer.decided(
                context,
                book,
                new ReleaseEntry(
                        context.store().id(),
                        slot,
                        1,
                        book.day().releaseDue(slot.number()),
                        context.now(),
                        context.actor(),
                        book.missingAt(slot.number()),
                        new Pins(ImmutableSortedMap.copyOf(pins)),
                        List.of()),
                reliedOn);
    }

    /**
     * Releases a correction (R28): one further version of one release, which names every published value that is another one now,
     * old and new. Later releases are not reissued.
     */
    Act<Release> correction(SlotId slot) {
        return move(ReleaseEvent.CORRECT, slot, List.of())
                .unless((context, publication) ->
                        Correction.of(context, publication).changes().isEmpty()
                                ? Optional.of(
                                        new Refusal("NOTHING_CHANGED", "every published value is still what is known"))
                                : Optional.empty())
                .doing((context, publication, to) -> corrected(context, publication))
                .giving((context, written) -> ReleaseComposer.view(context, written.get(ReleaseEntry.TABLE)));
    }

    private Verdict.Done corrected(Context context, Publication publication) {
        DayBook book = publication.book();
        SlotId slot = publication.slot();
        ReleaseEntry last = book.lastEntry(slot).orElseThrow();
        Correction correction = Correction.of(context, publication);
        return composer.decided(
                context,
                book,
                new ReleaseEntry(
                        context.store().id(),
                        slot,
                        last.version() + 1,
                        last.dueAt(),
                        context.now(),
                        context.actor(),
                        book.missingAt(slot.number()),
                        correction.pins(),
                        correction.changes()),
                correction.reliedOn());
    }

    /**
     * What a correction says.
     *
     * @param pins which readings it shows
     * @param changes which published values are others now
     * @param reliedOn the figures of the dates that it looked at
     */
    private record Correction(Pins pins, List<SlotChange> changes, List<DayFigures> reliedOn) {
        static Correction of(Context context, Publication publication) {
            return context.once(Correction.class, publication.slot(), () -> compare(context, publication));
        }

        private static Correction compare(Context context, Publication publication) {
            SlotId slot = publication.slot();
            ReleaseEntry last = publication.book().lastEntry(slot).orElseThrow();
            SortedMap<LocalDate, SortedMap<Subject, List<Integer>>> pins = new TreeMap<>();
            List<SlotChange> changes = new ArrayList<>();
            List<DayFigures> reliedOn =
                    new ArrayList<>(List.of(publication.book().figures()));
            for (LocalDate date : last.pins().dates().keySet()) {
                DayBook shown = date.equals(slot.date()) ? publication.book() : DayBooks.load(context, date);
                if (!date.equals(slot.date())) {
                    reliedOn.add(shown.figures());
                }
                Pins published = published(shown, date);
                Pins now = shown.pinned(published.shown(date));
                changes.addAll(
                        new Comparison(date, shown.day().plan().slots(), shown.readings()).changes(published, now));
                pins.put(date, now.of(date));
            }
            return new Correction(new Pins(pins), changes, reliedOn);
        }

        /** What was published last of a date: by the release that showed most of it, the latest version of that. */
        private static Pins published(DayBook book, LocalDate date) {
            return book.entries().stream()
                    .filter(entry -> entry.pins().dates().containsKey(date))
                    .max(Comparator.<ReleaseEntry>comparingInt(
                                    entry -> entry.pins().shown(date))
                            .thenComparing(ReleaseEntry::composedAt)
                            .thenComparingInt(ReleaseEntry::version))
                    .map(ReleaseEntry::pins)
                    .orElseThrow();
        }
    }
}

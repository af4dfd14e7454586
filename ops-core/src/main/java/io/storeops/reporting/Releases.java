package io.storeops.reporting;

import com.google.common.collect.ImmutableSortedMap;
import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Move;
import io.storeops.act.Outgoing;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.calendar.SlotId;
import io.storeops.failure.Refusal;
import io.storeops.figures.DayFigures;
import io.storeops.figures.Subject;
import io.storeops.json.Json;
import io.storeops.reporting.Publications.Publication;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The acts of releasing: a boundary for the first time, and corrections of what was published (4.1). */
final class Releases {
    private static final String REMARK = "remark";

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
        return Move.<Publication, ReleaseState, ReleaseEvent, Release>of(
                        new Publications(hints), event, slot.toString())
                .unless((context, publication) ->
                        publication.released() ? Optional.empty() : composer.noChannel(context))
                .unless((context, publication) ->
                        publication.hasNothing() ? Optional.of(Publications.nothing()) : Optional.empty())
                .unless((context, publication) -> gaps == Gaps.REFUSE && !publication.released() && missing(publication)
                        ? Optional.of(Publications.incomplete(publication))
                        : Optional.empty())
                .doing((context, publication, to) ->
                        publication.released() ? again(to) : released(context, publication.book(), slot))
                .giving((context, written) -> given(context, slot, written));
    }

    /** Whoever releases once more is given the first release, and nothing is sent (D71). */
    private static Verdict.Done again(ReleaseState state) {
        Release.Remark remark =
                state == ReleaseState.PUBLISHED ? Release.Remark.ALREADY_SENT : Release.Remark.ALREADY_QUEUED;
        return Verdict.done().telling(REMARK, Json.of(remark.name()));
    }

    private static Release given(Context context, SlotId slot, Written written) {
        Optional<Release.Remark> remark =
                written.told().findMember(REMARK).map(told -> Release.Remark.valueOf(told.text()));
        return remark.isPresent()
                ? ReleaseComposer.view(context, ReleaseComposer.entry(context, slot, 1))
                        .remarked(remark.get())
                : ReleaseComposer.view(context, written.get(ReleaseEntry.TABLE));
    }

    private static boolean missing(Publication publication) {
        return !publication.book().missingAt(publication.slot().number()).isEmpty();
    }

    private Verdict.Done released(Context context, DayBook book, SlotId slot) {
        SortedMap<LocalDate, DayFigures> reliedOn = new TreeMap<>(Map.of(slot.date(), book.figures()));
        SortedMap<LocalDate, SortedMap<Subject, List<Integer>>> pins =
                new TreeMap<>(book.pinned(slot.number()).dates());
        if (slot.number() == 1) {
            DayBook yesterday = DayBooks.load(context, context.dayBefore(slot.date()));
            reliedOn.put(yesterday.day().date(), yesterday.figures());
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
        return withCorrections(context, entry, composer.decided(context, book, entry), reliedOn);
    }

    /** With the release leave the corrections of what sources took back since the last one, one for each date (D75). */
    private Verdict.Done withCorrections(
            Context context, ReleaseEntry entry, Verdict.Done first, SortedMap<LocalDate, DayFigures> reliedOn) {
        SortedMap<LocalDate, DayFigures> named = new TreeMap<>();
        List<Edit<?>> edits = new ArrayList<>();
        List<Outgoing> messages = new ArrayList<>(first.messages());
        for (LocalDate date : DayFigures.superseded(context, entry.slot().date())) {
            if (!named.containsKey(date)) {
                named.put(date, DayFigures.load(context, date));
                earliestOtherNow(context, date, entry.pins())
                        .map(earliest -> Publication.of(context, earliest))
                        .ifPresent(publication -> {
                            Correction correction = Correction.of(context, publication, entry.pins());
                            Verdict.Done done = corrected(context, publication, correction);
                            edits.addAll(done.edits());
                            messages.addAll(done.messages());
                            named.putAll(correction.reliedOn());
                        });
            }
        }
        reliedOn.keySet().removeAll(named.keySet());
        reliedOn.values()
                .forEach(figures -> edits.add(figures.relied(context.store().id())));
        named.values()
                .forEach(figures -> edits.add(figures.named(context.store().id())));
        return first.with(edits).sending(messages);
    }

    /** The earliest release of a date that showed a value which is another one now. */
    private static Optional<SlotId> earliestOtherNow(Context context, LocalDate date, Pins alongside) {
        DayBook book = DayBooks.load(context, date);
        return Correction.published(book, date).stream()
                .flatMap(published -> Correction.changes(book, published, alongside).stream())
                .flatMap(change -> book.entries().stream()
                        .filter(entry -> entry.pins().shown(date) >= change.lastSlot())
                        .map(ReleaseEntry::slot))
                .min(Comparator.naturalOrder());
    }

    /**
     * Releases a correction (R28): one further version of one release, which names every published value that is another one now,
     * old and new. Later releases are not reissued.
     */
    Act<Release> correction(SlotId slot) {
        return Move.<Publication, ReleaseState, ReleaseEvent, Release>of(
                        new Publications(List.of()), ReleaseEvent.CORRECT, slot.toString())
                .unless((context, publication) -> composer.noChannel(context))
                .unless((context, publication) ->
                        Correction.of(context, publication, Pins.NONE).changes().isEmpty()
                                ? Optional.of(
                                        new Refusal("NOTHING_CHANGED", "every published value is still what is known"))
                                : Optional.empty())
                .doing((context, publication, to) -> {
                    Correction correction = Correction.of(context, publication, Pins.NONE);
                    return corrected(context, publication, correction)
                            .with(correction.reliedOn().values().stream()
                                    .map(figures ->
                                            figures.named(context.store().id()))
                                    .toList());
                })
                .giving((context, written) -> ReleaseComposer.view(context, written.get(ReleaseEntry.TABLE)));
    }

    private Verdict.Done corrected(Context context, Publication publication, Correction correction) {
        DayBook book = publication.book();
        SlotId slot = publication.slot();
        ReleaseEntry last = book.lastEntry(slot).orElseThrow();
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
                        correction.changes()));
    }

    /**
     * What a correction says.
     *
     * @param pins which readings it shows
     * @param changes which published values are others now
     * @param reliedOn the figures of the dates that it looked at
     */
    private record Correction(Pins pins, List<SlotChange> changes, SortedMap<LocalDate, DayFigures> reliedOn) {
        /** The correction of a release, alone or alongside of another one, which may show more. */
        static Correction of(Context context, Publication publication, Pins alongside) {
            return context.once(Correction.class, publication.slot(), () -> compare(context, publication, alongside));
        }

        private static Correction compare(Context context, Publication publication, Pins alongside) {
            SlotId slot = publication.slot();
            ReleaseEntry last = publication.book().lastEntry(slot).orElseThrow();
            SortedMap<LocalDate, SortedMap<Subject, List<Integer>>> pins = new TreeMap<>();
            List<SlotChange> changes = new ArrayList<>();
            SortedMap<LocalDate, DayFigures> reliedOn =
                    new TreeMap<>(Map.of(slot.date(), publication.book().figures()));
            for (LocalDate date : last.pins().dates().keySet()) {
                DayBook shown = date.equals(slot.date()) ? publication.book() : DayBooks.load(context, date);
                reliedOn.put(date, shown.figures());
                Pins published = published(shown, date).orElseThrow();
                changes.addAll(changes(shown, published, alongside));
                pins.put(date, now(shown, published, alongside).of(date));
            }
            return new Correction(new Pins(pins), changes, reliedOn);
        }

        private static List<SlotChange> changes(DayBook book, Pins published, Pins alongside) {
            LocalDate date = book.day().date();
            return new Comparison(date, book.day().plan().slots(), book.readings())
                    .changes(published, now(book, published, alongside));
        }

        private static Pins now(DayBook book, Pins published, Pins alongside) {
            LocalDate date = book.day().date();
            return book.pinned(Math.max(published.shown(date), alongside.shown(date)));
        }

        /** What was published last of a date: most of its slots, and of those the most versions. */
        private static Optional<Pins> published(DayBook book, LocalDate date) {
            return book.entries().stream()
                    .map(ReleaseEntry::pins)
                    .filter(pins -> pins.dates().containsKey(date))
                    .max(Comparator.<Pins>comparingInt(pins -> pins.shown(date))
                            .thenComparingLong(pins -> pins.seen(date)));
        }
    }
}

package io.storeops.reporting;

import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.Machined;
import io.storeops.calendar.SlotId;
import io.storeops.failure.Refusal;
import io.storeops.figures.DayFigures;
import io.storeops.lifecycle.StateMachine;
import java.util.List;
import java.util.Optional;

/**
 * The publications of a store, one a boundary: each follows from the clock, the readings and its releases, and is named by the
 * slot that its boundary closes.
 */
final class Publications implements Machined<Publications.Publication, ReleaseState, ReleaseEvent> {
    private final List<DayFigures> hints;

    /**
     * The publications.
     *
     * @param hints the figures of dates as they were a moment ago; used where nothing changed them since
     */
    Publications(List<DayFigures> hints) {
        this.hints = hints;
    }

    /**
     * The publication of a slot.
     *
     * @param book the day that it belongs to
     * @param slot the slot
     */
    record Publication(DayBook book, SlotId slot) {
        static Publication of(Context context, SlotId slot) {
            return new Publication(DayBooks.deciding(context, slot), slot);
        }

        boolean released() {
            return book.lastEntry(slot).isPresent();
        }

        boolean hasNothing() {
            return book.readings().stream().noneMatch(reading -> reading.slot().number() <= slot.number());
        }
    }

    @Override
    public StateMachine<ReleaseState, ReleaseEvent> machine() {
        return ReleaseState.MACHINE;
    }

    @Override
    public EntryPoint entry(ReleaseEvent event) {
        return event == ReleaseEvent.CORRECT ? ReportingEntries.CORRECT : ReportingEntries.RELEASE;
    }

    @Override
    public Optional<Publication> find(Context context, String id) {
        SlotId slot = SlotId.parse(id);
        DayFigures.superseded(context, slot.date());
        hints.forEach(known -> known.knownIn(context));
        return Optional.of(Publication.of(context, slot))
                .filter(publication -> slot.number() <= boundaries(publication.book()));
    }

    private static int boundaries(DayBook book) {
        return book.day().plan().boundaries().size();
    }

    @Override
    public ReleaseState stateOf(Context context, Publication publication) {
        return publication.book().stateOf(publication.slot().number());
    }

    @Override
    public Refusal unknown(Context context, String id) {
        return new Refusal(
                "NO_SUCH_BOUNDARY",
                "the plan has boundaries 1 to " + boundaries(DayBooks.deciding(context, SlotId.parse(id)))
                        + "; the last slot is released with the next day's first boundary");
    }

    @Override
    public Refusal wrongState(Context context, String id, Publication publication, ReleaseEvent event) {
        DayBook book = publication.book();
        SlotId slot = publication.slot();
        if (event == ReleaseEvent.CORRECT) {
            return new Refusal("NOT_RELEASED", "release it first; a correction is a further version");
        }
        return switch (stateOf(context, publication)) {
            case PLANNED ->
                new Refusal(
                        "NOT_DUE",
                        "the boundary is at " + book.day().closes(slot.number()) + ", now is " + context.now());
            case COLLECTING, READY, MISSED, QUEUED, PUBLISHED ->
                publication.hasNothing() ? nothing() : incomplete(publication);
        };
    }

    static Refusal nothing() {
        return new Refusal("NOTHING_TO_RELEASE", "no reading up to this boundary is known; collect first");
    }

    static Refusal incomplete(Publication publication) {
        return new Refusal(
                "INCOMPLETE",
                "missing are " + publication.book().missingAt(publication.slot().number())
                        + "; collect them, or confirm the gaps");
    }
}

package io.storeops.reporting;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Acts;
import io.storeops.act.Context;
import io.storeops.calendar.SlotId;
import io.storeops.outbox.Enclosures;
import io.storeops.publishing.OutgoingMessage;
import java.util.List;

/**
 * The files that go with releases: the whole table, of which the text shows the beginning. Made from the readings that the
 * release pins, so each attempt sends the same figures; the titles are those of the attempt. Thread-safe.
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class ReleaseFiles implements Enclosures {
    private final Acts acts;

    /**
     * The files.
     *
     * @param acts gives a look at a store's rows
     */
    public ReleaseFiles(Acts acts) {
        this.acts = requireNonNull(acts, "acts");
    }

    @Override
    public List<OutgoingMessage.File> of(OutgoingMessage message) {
        return ReleaseEntry.versionOf(message.id())
                .map(version -> of(acts.engineContext(message.store()), version.slot(), version.number()))
                .orElse(List.of());
    }

    private static List<OutgoingMessage.File> of(Context context, SlotId slot, int version) {
        DayBook book = DayBooks.load(context, slot.date());
        return new ReleaseTables(context.store(), book::findTitle)
                .of(ReleaseComposer.view(context, book, ReleaseComposer.entry(context, slot, version)));
    }
}

package io.storeops.reporting;

import com.google.common.collect.ImmutableSortedSet;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Outgoing;
import io.storeops.act.Refusal;
import io.storeops.act.Verdict;
import io.storeops.authority.DataClass;
import io.storeops.calendar.SlotId;
import io.storeops.evidence.AuditEntry;
import io.storeops.figures.DayFigures;
import io.storeops.json.Json;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.storage.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What making and correcting a release have in common: the commit, the message, the release as it is read back. */
final class ReleaseComposer {
    /** A release tells of the store, its items and the rivals' items. */
    static final Set<DataClass> TELLS = ImmutableSortedSet.of(DataClass.SALES, DataClass.COMPETITOR);

    private final ReleaseFormat format;
    private final Set<String> channels;

    ReleaseComposer(Set<String> channels, ReleaseFormat format) {
        this.format = format;
        this.channels = ImmutableSortedSet.copyOf(channels);
    }

    /** A release that nobody sends would wait for ever. */
    Optional<Refusal> noChannel() {
        return channels.contains(format.channel())
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "NO_CHANNEL",
                        "releases go to the channel " + format.channel() + ", which the library was not given; it has "
                                + channels));
    }

    /** What to commit for a decided release: its entry, and its message to the data group. */
    Verdict.Done decided(Context context, DayBook book, ReleaseEntry entry, List<DayFigures> reliedOn) {
        Release release = view(context, book, entry);
        ReleaseText text = new ReleaseText(context.store(), format.wording());
        String anchor = format.anchored()
                ? AuditEntry.head(context.rows()).map(text::anchor).orElse("")
                : "";
        OutgoingMessage message = new OutgoingMessage(
                entry.store(), entry.messageId(), format.channel(), text.title(release), text.body(release) + anchor);
        return Verdict.done(Edit.insert(ReleaseEntry.TABLE, entry))
                .with(reliedOn.stream()
                        .map(figures -> figures.relied(entry.store()))
                        .toList())
                .telling("slot", Json.of(entry.slot().toString()))
                .telling("version", Json.of(entry.version()))
                .sending(List.of(new Outgoing(message, TELLS)));
    }

    Release release(Context context, SlotId slot, int version) {
        ReleaseEntry entry = context.rows()
                .find(ReleaseEntry.TABLE, ReleaseEntry.key(context.store().id(), slot, version))
                .map(Versioned::value)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Store " + context.store().id() + " has no release " + slot + " version " + version));
        return view(context, entry);
    }

    /** A release as it was known in the context. */
    Release view(Context context, ReleaseEntry entry) {
        return view(context, DayBooks.deciding(context, entry.slot()), entry);
    }

    private Release view(Context context, DayBook book, ReleaseEntry entry) {
        LocalDate closed = entry.slot().date().minusDays(1);
        if (!entry.pins().dates().containsKey(closed)) {
            return book.release(entry, List.of());
        }
        DayBook yesterday = DayBooks.load(context, closed);
        return book.release(
                entry, entry.pins().days(closed, yesterday.day().plan().slots(), yesterday.readings()));
    }
}

package io.storeops.reporting;

import com.google.common.collect.ImmutableSortedSet;
import io.storeops.act.Context;
import io.storeops.act.Outgoing;
import io.storeops.act.Refusal;
import io.storeops.act.Verdict;
import io.storeops.authority.DataClass;
import io.storeops.calendar.SlotId;
import io.storeops.evidence.AuditEntry;
import io.storeops.figures.DataDay;
import io.storeops.json.Json;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.storage.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    /** Whether somebody would send what is released; a release that nobody sends would wait for ever. */
    boolean hasChannel() {
        return channels.contains(format.channel());
    }

    Refusal noChannel() {
        return new Refusal(
                "NO_CHANNEL",
                "releases go to the channel " + format.channel() + ", which the library was not given; it has "
                        + channels);
    }

    /** What to commit for a decided release: its entry, and its message to the data group. */
    Verdict decided(Context context, DayBook book, ReleaseEntry entry, List<DataDay.Guard> guards) {
        Release release = view(context, book, entry);
        ReleaseText text = new ReleaseText(context.store(), format.wording());
        String anchor = format.anchored()
                ? AuditEntry.head(context.rows()).map(text::anchor).orElse("")
                : "";
        OutgoingMessage message = new OutgoingMessage(
                entry.store(), entry.messageId(), format.channel(), text.title(release), text.body(release) + anchor);
        Json result =
                Json.object(Map.of("slot", Json.of(entry.slot().toString()), "version", Json.of(entry.version())));
        return Verdict.done(entry.slot() + " v" + entry.version(), result, changes -> {
                    changes.insert(ReleaseEntry.TABLE, entry);
                    guards.forEach(guard -> guard.addTo(changes));
                })
                .changing(
                        entry.version() == 1 ? Json.ofNull() : versionOf(entry, entry.version() - 1),
                        versionOf(entry, entry.version()))
                .sending(List.of(new Outgoing(message, TELLS)));
    }

    /** What the audit trail says of a version: the figures themselves stay with the readings. */
    private static Json versionOf(ReleaseEntry entry, int version) {
        return Json.object(Map.of("slot", Json.of(entry.slot().toString()), "version", Json.of(version)));
    }

    Release release(Context context, SlotId slot, int version) {
        ReleaseEntry entry = context.rows()
                .find(ReleaseEntry.TABLE, ReleaseEntry.key(context.store().id(), slot, version))
                .map(Versioned::value)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Store " + context.store().id() + " has no release " + slot + " version " + version));
        return view(context, DayBooks.load(context, slot.date()), entry);
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

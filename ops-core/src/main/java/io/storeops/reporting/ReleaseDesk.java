package io.storeops.reporting;

import com.google.common.collect.ImmutableSortedSet;
import io.storeops.act.Refusal;
import io.storeops.act.Scene;
import io.storeops.act.Verdict;
import io.storeops.calendar.SlotId;
import io.storeops.json.Json;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What making and correcting a release have in common: the commit, the message, the release as it is read back. */
final class ReleaseDesk {
    private final Storage storage;
    private final DayBooks books;
    private final String channel;
    private final Set<String> channels;
    private final Wording wording;

    ReleaseDesk(Storage storage, DayBooks books, Set<String> channels, ReleaseFormat format) {
        this.storage = storage;
        this.books = books;
        this.channel = format.channel();
        this.channels = ImmutableSortedSet.copyOf(channels);
        this.wording = format.wording();
    }

    /** Whether somebody would send what is released; a release that nobody sends would wait for ever. */
    boolean hasChannel() {
        return channels.contains(channel);
    }

    Refusal noChannel() {
        return new Refusal(
                "NO_CHANNEL",
                "releases go to the channel " + channel + ", which the library was not given; it has " + channels);
    }

    DayBooks books() {
        return books;
    }

    /** What to commit for a decided release: its entry, and its message to the data group. */
    Verdict decided(Scene scene, DayBook book, ReleaseEntry entry, List<DataDay.Guard> guards) {
        Release release = view(scene, book, entry);
        ReleaseText text = new ReleaseText(scene.store(), wording);
        OutgoingMessage message =
                new OutgoingMessage(entry.store(), entry.messageId(), channel, text.title(release), text.body(release));
        Json result =
                Json.object(Map.of("slot", Json.of(entry.slot().toString()), "version", Json.of(entry.version())));
        return new Verdict.Done(
                entry.slot() + " v" + entry.version(),
                result,
                changes -> {
                    changes.insert(ReleaseEntry.TABLE, entry);
                    guards.forEach(guard -> guard.addTo(changes));
                },
                List.of(message));
    }

    Release release(Scene scene, SlotId slot, int version) {
        ReleaseEntry entry = storage.find(
                        ReleaseEntry.TABLE, ReleaseEntry.key(scene.store().id(), slot, version))
                .map(Versioned::value)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Store " + scene.store().id() + " has no release " + slot + " version " + version));
        return view(scene, books.load(scene, slot.date()), entry);
    }

    private Release view(Scene scene, DayBook book, ReleaseEntry entry) {
        LocalDate closed = entry.slot().date().minusDays(1);
        if (!entry.pins().dates().containsKey(closed)) {
            return book.release(entry, List.of());
        }
        DayBook yesterday = books.load(scene, closed);
        return book.release(
                entry, entry.pins().days(closed, yesterday.day().plan().slots(), yesterday.readings()));
    }
}

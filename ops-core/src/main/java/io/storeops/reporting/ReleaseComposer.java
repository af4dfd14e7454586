package io.storeops.reporting;

import com.google.common.collect.ImmutableSortedSet;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Outgoing;
import io.storeops.act.Verdict;
import io.storeops.authority.DataClass;
import io.storeops.calendar.SlotId;
import io.storeops.document.Document;
import io.storeops.document.Markdown;
import io.storeops.evidence.AuditEntry;
import io.storeops.failure.Refusal;
import io.storeops.json.Json;
import io.storeops.outbox.Outbox;
import io.storeops.position.Cadence;
import io.storeops.position.Roster;
import io.storeops.publishing.Channel;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.storage.Versioned;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What making and correcting a release have in common: the commit, the message, the release as it is read back. */
final class ReleaseComposer {
    /** A release tells of the store, its items and the rivals' items. */
    static final Set<DataClass> TELLS = ImmutableSortedSet.of(DataClass.SALES, DataClass.COMPETITOR);

    private final Outbox outbox;
    private final ReleaseFormat format;

    ReleaseComposer(Outbox outbox, ReleaseFormat format) {
        this.outbox = outbox;
        this.format = format;
    }

    /** Whether nobody would send what is released; a release that nobody sends would wait for ever. */
    Optional<Refusal> noChannel(Context context) {
        Roster roster = context.roster();
        Optional<String> channel = channelOf(roster);
        if (channel.filter(name -> reached(roster, name)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                "NO_CHANNEL",
                channel.map(name -> "releases go to the channel " + name + " of the roster " + roster.version()
                                + ", which the library was not given; it has " + outbox.channels())
                        .orElseGet(
                                () -> "releases go to the channel whose receipt a duty of each boundary asks for, as in"
                                        + " CHANNEL_RECEIPT:DATA_GROUP; the roster " + roster.version()
                                        + " has none, its duties of each boundary are " + boundaryDuties(roster))));
    }

    private static List<String> boundaryDuties(Roster roster) {
        return roster.duties().values().stream()
                .filter(duty -> duty.cadence() instanceof Cadence.EachBoundary)
                .map(duty -> duty.id() + " " + duty.evidence())
                .toList();
    }

    /** Whether the library has a channel, or a person sends what goes there (D59). */
    private boolean reached(Roster roster, String channel) {
        return roster.channels().isManual(channel)
                || interfaceOf(roster, channel).isPresent();
    }

    /** Where the roster lets releases go (R25): of several channels that are as good, the first that the library has. */
    private Optional<String> channelOf(Roster roster) {
        List<String> named = roster.releaseChannels();
        return named.stream()
                .filter(name -> reached(roster, name))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    /** What to commit for a decided release: its entry, and its message to the channel that the roster names. */
    Verdict.Done decided(Context context, DayBook book, ReleaseEntry entry) {
        Release release = view(context, book, entry);
        String channel = channelOf(context.roster()).orElseThrow();
        Document document = document(context, book, release, interfaceOf(context.roster(), channel));
        OutgoingMessage message = new OutgoingMessage(entry.store(), entry.messageId(), channel, document);
        return Verdict.done(Edit.insert(ReleaseEntry.TABLE, entry))
                .telling("slot", Json.of(entry.slot().toString()))
                .telling("version", Json.of(entry.version()))
                .sending(List.of(new Outgoing(message, TELLS)));
    }

    /** The interface of a channel, which limits what can be sent; one that a person sends to has none (D59). */
    private Optional<Channel> interfaceOf(Roster roster, String channel) {
        return roster.channels().isManual(channel) ? Optional.empty() : outbox.findChannel(channel);
    }

    /** What the message says: of as many items as the roster names, or as the channel has room for. */
    private Document document(Context context, DayBook book, Release release, Optional<Channel> channel) {
        ReleaseDocument text = new ReleaseDocument(
                context.store(),
                book::findTitle,
                enclosed(context, book, release, channel),
                format == ReleaseFormat.ANCHORED ? AuditEntry.head(context.rows()) : Optional.empty());
        long room =
                channel.map(Channel::longestText).orElse(OptionalLong.empty()).orElse(Long.MAX_VALUE);
        int most = Math.toIntExact(context.roster().figures().releaseItems());
        Document document = text.of(release, most);
        for (long size = size(document); size > room && most > 0; size = size(document)) {
            most = (int) Math.min(most - 1L, most * room / size);
            document = text.of(release, most);
        }
        return document;
    }

    private static long size(Document document) {
        return Markdown.of(document).getBytes(StandardCharsets.UTF_8).length;
    }

    /** The files as the outbox will send them, to be named in the text. */
    private static List<OutgoingMessage.File> enclosed(
            Context context, DayBook book, Release release, Optional<Channel> channel) {
        OptionalLong largest = channel.map(Channel::largestFile).orElse(OptionalLong.empty());
        return largest.isEmpty()
                ? List.of()
                : new ReleaseTables(context.store(), book::findTitle)
                        .of(release).stream()
                                .filter(file -> file.content().size() <= largest.getAsLong())
                                .toList();
    }

    Release release(Context context, SlotId slot, int version) {
        return view(context, entry(context, slot, version));
    }

    static ReleaseEntry entry(Context context, SlotId slot, int version) {
        return context.rows()
                .find(ReleaseEntry.TABLE, ReleaseEntry.key(context.store().id(), slot, version))
                .map(Versioned::value)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Store " + context.store().id() + " has no release " + slot + " version " + version));
    }

    /** A release as it was known in the context. */
    static Release view(Context context, ReleaseEntry entry) {
        return view(context, DayBooks.deciding(context, entry.slot()), entry);
    }

    static Release view(Context context, DayBook book, ReleaseEntry entry) {
        LocalDate closed = context.dayBefore(entry.slot().date());
        if (!entry.pins().dates().containsKey(closed)) {
            return book.release(entry, List.of());
        }
        DayBook yesterday = DayBooks.load(context, closed);
        return book.release(
                entry, entry.pins().days(closed, yesterday.day().plan().slots(), yesterday.readings()));
    }
}

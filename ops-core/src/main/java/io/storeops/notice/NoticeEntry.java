package io.storeops.notice;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.evidence.Stamp;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.position.Channels;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A notice as it is kept: what it says and whether it was sent. What became of it is told by its messages and receipts.
 *
 * @param store the store
 * @param id its id
 * @param cause what left it as a draft; empty if somebody wrote it
 * @param about what thing it is about
 * @param text what it says; empty once redacted
 * @param to the departments that it is for, copied
 * @param written who wrote it, or did what left it, when, under which rules (R1)
 * @param draftDue by when it is to be sent, if something left it (D22)
 * @param sent when and by whom it was given to the channels, and to which; empty before
 * @param replaces the notice whose place it takes once it is sent; empty if it takes none
 * @param superseded by which notice, and when, its own place was taken; empty else
 * @param open whether somebody may still owe something because of it: false once it is noticed that every department gave its receipt
 *     and the channels accepted it, and once its place is taken
 */
record NoticeEntry(
        StoreId store,
        String id,
        Optional<Target> cause,
        String about,
        Optional<String> text,
        List<String> to,
        Stamp written,
        Optional<Instant> draftDue,
        Optional<Sending> sent,
        Optional<String> replaces,
        Optional<Notice.Superseding> superseded,
        boolean open) {
    /** What the ids of all messages of notices begin with, and the first text behind them. */
    static final String MESSAGES = "notice/";

    static final String MESSAGES_END = "notice0";

    private static final Column<String> ID = Column.text("notice_id", "the notice");
    private static final Column<Target> CAUSE = Column.text("cause", "what left it as a draft: kind and id")
            .as(Target.class, Target::parse, Target::toString);
    private static final Column<String> ABOUT = Column.text("about", "what thing it is about");
    private static final Column<String> TEXT = Column.text("notice_text", "what it says");
    private static final Column<List<String>> TO =
            Column.list("departments", "the departments that it is for", JsonReader::text, Json::of);
    private static final ColumnGroup<Stamp> WRITTEN = Stamp.columns(
            Column.instant("written_at", "when it was written"), Column.actor("written_by", "who wrote it"));
    private static final Column<Instant> DRAFT_DUE = Column.instant("draft_due_at", "by when a draft is to be sent");
    private static final Column<Instant> SENT_AT = Column.instant("sent_at", "when it was given to the channels");
    private static final Column<ActorId> SENT_BY = Column.actor("sent_by", "who gave it to the channels");
    private static final Column<List<String>> CHANNELS =
            Column.list("channels", "the channels that it was given to", JsonReader::text, Json::of);
    private static final Column<Integer> NEEDED =
            Column.count("needed", "how many of the channels have to accept it (D54)");
    private static final ColumnGroup<Sending> SENT = ColumnGroup.of(Sending.class)
            .column(SENT_AT, Sending::at)
            .column(SENT_BY, Sending::by)
            .column(CHANNELS, Sending::channels)
            .column(NEEDED, Sending::needed)
            .reads(row -> new Sending(row.get(SENT_AT), row.get(SENT_BY), row.get(CHANNELS), row.get(NEEDED)));

    private static final Column<String> REPLACES = Column.text("replaces", "the notice whose place it takes");
    private static final Column<String> SUPERSEDED_BY = Column.text("superseded_by", "the notice that took its place");
    private static final Column<Instant> SUPERSEDED_AT = Column.instant("superseded_at", "when that was sent");
    private static final ColumnGroup<Notice.Superseding> SUPERSEDED = ColumnGroup.of(Notice.Superseding.class)
            .column(SUPERSEDED_BY, Notice.Superseding::by)
            .column(SUPERSEDED_AT, Notice.Superseding::at)
            .reads(row -> new Notice.Superseding(row.get(SUPERSEDED_BY), row.get(SUPERSEDED_AT)));
    private static final Column<Boolean> OPEN = Column.flag("open", "whether somebody may still owe something");

    /** The access path of what is open, in the order of the ids. */
    static final String BY_OPEN = "by_open";

    static final Table<NoticeEntry> TABLE = Table.of("notice", NoticeEntry::store)
            .column(ID, NoticeEntry::id)
            .optional(CAUSE, NoticeEntry::cause)
            .column(ABOUT, NoticeEntry::about)
            .personal(TEXT, NoticeEntry::text)
            .column(TO, NoticeEntry::to)
            .group(WRITTEN, NoticeEntry::written)
            .optional(DRAFT_DUE, NoticeEntry::draftDue)
            .optional(SENT, NoticeEntry::sent)
            .optional(REPLACES, NoticeEntry::replaces)
            .optional(SUPERSEDED, NoticeEntry::superseded)
            .column(OPEN, NoticeEntry::open)
            .key(ID)
            .path(BY_OPEN, OPEN)
            .reads(row -> new NoticeEntry(
                    row.store(),
                    row.get(ID),
                    row.find(CAUSE),
                    row.get(ABOUT),
                    row.find(TEXT),
                    row.get(TO),
                    row.get(WRITTEN),
                    row.find(DRAFT_DUE),
                    row.find(SENT),
                    row.find(REPLACES),
                    row.find(SUPERSEDED),
                    row.get(OPEN)));

    /**
     * Given to the channels.
     *
     * @param at when
     * @param by who gave it
     * @param channels to which, copied
     * @param needed how many of them have to accept it
     */
    record Sending(Instant at, ActorId by, List<String> channels, int needed) {
        Sending {
            requireNonNull(at, "at");
            requireNonNull(by, "by");
            channels = ImmutableList.copyOf(channels);
        }

        static Sending now(Context context, Channels.Notices to) {
            return new Sending(
                    context.now(),
                    context.actor(),
                    to.channels(),
                    to.mode() == Channels.Mode.ALL ? to.channels().size() : 1);
        }
    }

    NoticeEntry {
        requireNonNull(store, "store");
        requireNonNull(id, "id");
        requireNonNull(cause, "cause");
        requireNonNull(about, "about");
        requireNonNull(text, "text");
        to = ImmutableList.copyOf(to);
        requireNonNull(written, "written");
        requireNonNull(draftDue, "draftDue");
        requireNonNull(sent, "sent");
        requireNonNull(replaces, "replaces");
        requireNonNull(superseded, "superseded");
    }

    /** Somebody's own words. */
    static NoticeEntry written(Context context, Announcement announcement) {
        return new NoticeEntry(
                context.store().id(),
                announcement.id(),
                Optional.empty(),
                announcement.about(),
                Optional.of(announcement.text()),
                announcement.to(),
                context.stamp(),
                Optional.empty(),
                Optional.empty(),
                announcement.replaces(),
                Optional.empty(),
                true);
    }

    /** A draft that something left, to be sent as soon as departments owe a receipt (D22). */
    static NoticeEntry left(Context context, String id, ChangeToAnnounce change, List<String> to) {
        return new NoticeEntry(
                context.store().id(),
                id,
                Optional.of(change.cause()),
                change.about(),
                Optional.of(change.text()),
                to,
                context.stamp(),
                NoticeBook.due(context, context.now()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    NoticeEntry sending(Sending sending) {
        return with(Optional.of(sending), superseded, open);
    }

    /** Its place is taken. */
    NoticeEntry superseded(Notice.Superseding superseding) {
        return with(sent, Optional.of(superseding), false);
    }

    /** Nothing is owed any more because of it. */
    NoticeEntry settled() {
        return with(sent, superseded, false);
    }

    private NoticeEntry with(Optional<Sending> sending, Optional<Notice.Superseding> superseding, boolean stillOpen) {
        return new NoticeEntry(
                store, id, cause, about, text, to, written, draftDue, sending, replaces, superseding, stillOpen);
    }

    static Key key(StoreId store, String id) {
        return Key.of(store, id);
    }

    /** The message to one channel. */
    static String messageId(String id, String channel) {
        return MESSAGES + id + "/" + channel;
    }
}

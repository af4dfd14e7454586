package io.storeops.notice;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Outgoing;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.authority.DataClass;
import io.storeops.document.Block;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.position.Channels;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * SEND_NOTICE: a notice is given to the roster's channels, one that is written now or one that is a draft.
 *
 * @param id the notice
 * @param announcement what it says if it is written now; empty for a draft
 */
record SendNotice(String id, Optional<Announcement> announcement) implements Act<Notice> {
    @Override
    public EntryPoint entry() {
        return NoticeEntries.SEND;
    }

    @Override
    public Target target() {
        return DraftNotice.target(id);
    }

    @Override
    public String arguments() {
        return announcement.map(DraftNotice::arguments).orElse(id);
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Versioned<NoticeEntry>> known = NoticeBook.row(context, id);
        Optional<Refusal> refusal =
                announcement.map(words -> DraftNotice.refusal(context, words)).orElseGet(() -> refusal(context, known));
        if (refusal.isPresent()) {
            return new Verdict.Refused(refusal.get());
        }
        Optional<Channels.Notices> channels = context.roster().findNoticeChannels();
        if (channels.isEmpty()) {
            return Verdict.refused(
                    "NO_CHANNEL",
                    "the roster names no channel for notices; give it noticeChannels, or a duty 4.1 whose evidence is a"
                            + " channel's receipt");
        }
        NoticeEntry written = announcement
                .map(words -> NoticeEntry.written(context, words))
                .orElseGet(() -> known.orElseThrow().value());
        NoticeEntry sent = written.sending(NoticeEntry.Sending.now(context, channels.get()));
        return Verdict.done(known.map(row -> Edit.replace(NoticeEntry.TABLE, row, sent))
                        .orElseGet(() -> Edit.insert(NoticeEntry.TABLE, sent)))
                .with(superseding(context, sent))
                .sending(channels.get().channels().stream()
                        .map(channel -> message(context, sent, channel))
                        .toList());
    }

    /** What becomes of the notice whose place it takes (D55). */
    private static List<Edit<NoticeEntry>> superseding(Context context, NoticeEntry sent) {
        return sent.replaces().stream()
                .map(earlier -> NoticeBook.row(context, earlier).orElseThrow())
                .map(row -> Edit.replace(
                        NoticeEntry.TABLE,
                        row,
                        row.value().superseded(new Notice.Superseding(sent.id(), context.now()))))
                .toList();
    }

    /** Why a draft cannot be sent. */
    private Optional<Refusal> refusal(Context context, Optional<Versioned<NoticeEntry>> known) {
        if (known.isEmpty()) {
            return Optional.of(NoticeEntries.unknown(context, id));
        }
        NoticeEntry draft = known.get().value();
        if (draft.superseded().isPresent()) {
            return Optional.of(new Refusal(
                    "WRONG_STATE",
                    "notice " + id + " is no longer true; "
                            + draft.superseded().get().by() + " took its place"));
        }
        if (draft.sent().isPresent()) {
            return Optional.of(new Refusal(
                    "WRONG_STATE",
                    "notice " + id + " was sent at " + draft.sent().get().at() + " already; SEND is possible once"));
        }
        if (draft.to().isEmpty()) {
            return Optional.of(new Refusal(
                    "NO_DEPARTMENT",
                    "the roster named no department when " + id
                            + " was left, so nobody would be told; name the departments in the"
                            + " roster, and write a notice of your own"));
        }
        return draft.text().isEmpty()
                ? Optional.of(
                        new Refusal("REDACTED", "nobody knows any more what notice " + id + " said; write another"))
                : draft.replaces().flatMap(earlier -> DraftNotice.notToReplace(context, earlier));
    }

    /** What takes another notice's place names it, for people and for channels that can show so (R69). */
    private static Outgoing message(Context context, NoticeEntry notice, String channel) {
        Block.Text text = new Block.Text(Line.of(notice.text().orElseThrow()));
        Document document = notice.replaces()
                .map(earlier -> Document.of(
                                Line.ofName(notice.about()),
                                List.of(
                                        new Block.Text(Line.of(context.store()
                                                        .language()
                                                        .choose("替代通告 ", "In the place of notice "))
                                                .andName(earlier)),
                                        text))
                        .replacing(NoticeEntry.messageId(earlier, channel)))
                .orElseGet(() -> Document.of(Line.ofName(notice.about()), List.of(text)));
        return new Outgoing(
                new OutgoingMessage(notice.store(), NoticeEntry.messageId(notice.id(), channel), channel, document),
                Set.of(DataClass.OPERATIONS));
    }

    @Override
    public Notice recall(Context context, Written written) {
        return NoticeBook.find(context, id).orElseThrow();
    }
}

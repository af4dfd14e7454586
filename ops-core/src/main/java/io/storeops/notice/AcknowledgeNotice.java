package io.storeops.notice;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;

/**
 * ACK_NOTICE: a department gives its receipt (R68). The right reaches as far as the actor's own department, or the one that it
 * belongs to (D54).
 *
 * @param id the notice
 * @param department the department that the notice is for
 */
record AcknowledgeNotice(String id, String department) implements Act<NoticeReceipt> {
    @Override
    public EntryPoint entry() {
        return NoticeEntries.ACKNOWLEDGE;
    }

    @Override
    public Target target() {
        return DraftNotice.target(id);
    }

    @Override
    public String arguments() {
        return Json.array(List.of(Json.of(id), Json.of(department))).canonical();
    }

    @Override
    public Optional<List<ActorId>> beyond(Context context) {
        return speaker(context).isPresent()
                ? Optional.empty()
                : Optional.of(context.charter().holders(Right.ACKNOWLEDGE_NOTICE, context.now()).stream()
                        .filter(holder -> NoticeBook.speaksFor(context, holder, department)
                                .isPresent())
                        .toList());
    }

    /** The department that gives its word. */
    private Optional<String> speaker(Context context) {
        return NoticeBook.speaksFor(context, context.onBehalfOf().orElse(context.actor()), department);
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Notice> found = NoticeBook.find(context, id);
        if (found.isEmpty()) {
            return new Verdict.Refused(NoticeEntries.unknown(context, id));
        }
        Notice notice = found.get();
        if (notice.superseded().isPresent()) {
            return Verdict.refused(
                    "WRONG_STATE",
                    "notice " + id + " is no longer true; "
                            + notice.superseded().get().by() + " took its place, whose receipt is owed instead (D55)");
        }
        if (!notice.to().contains(department)) {
            return Verdict.refused(
                    "NOT_ADDRESSED", "notice " + id + " is for " + notice.to() + ", not for " + department);
        }
        if (notice.firstAcceptedAt().isEmpty()) {
            return Verdict.refused(
                    "WRONG_STATE",
                    "no channel has accepted notice " + id
                            + " yet; a receipt is possible from the first acceptance on");
        }
        Optional<NoticeReceipt> given = notice.receiptOf(department);
        if (given.isPresent()) {
            return Verdict.refused(
                    "WRONG_STATE",
                    given.get().given().by() + " gave the receipt of " + department + " for notice " + id + " at "
                            + given.get().given().at() + " already");
        }
        return Verdict.done(
                Edit.insert(
                        NoticeReceipt.TABLE,
                        new NoticeReceipt(
                                context.store().id(),
                                id,
                                department,
                                speaker(context).orElseThrow(),
                                notice.firstAcceptedAt().orElseThrow(),
                                notice.ackDue(),
                                context.stamp())),
                afterwards(context, notice));
    }

    /** The last receipt of what the channels accepted ends it; any other relies on the notice being what it was. */
    private Edit<NoticeEntry> afterwards(Context context, Notice notice) {
        Versioned<NoticeEntry> row = NoticeBook.row(context, id).orElseThrow();
        return notice.open().size() == 1 && notice.deliveredAt().isPresent()
                ? Edit.replace(NoticeEntry.TABLE, row, row.value().settled())
                : Edit.unchanged(NoticeEntry.TABLE, NoticeEntry.key(notice.store(), id), Optional.of(row));
    }

    @Override
    public NoticeReceipt recall(Context context, Written written) {
        return written.get(NoticeReceipt.TABLE);
    }
}

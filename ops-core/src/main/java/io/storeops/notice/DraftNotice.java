package io.storeops.notice;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.json.Json;
import java.util.List;
import java.util.Optional;

/** DRAFT_NOTICE: somebody writes a notice that is not sent yet. */
record DraftNotice(Announcement announcement) implements Act<Notice> {
    @Override
    public EntryPoint entry() {
        return NoticeEntries.DRAFT;
    }

    @Override
    public Target target() {
        return target(announcement.id());
    }

    static Target target(String id) {
        return Target.of(NoticeEntry.TABLE.name(), id);
    }

    @Override
    public String arguments() {
        return arguments(announcement);
    }

    static String arguments(Announcement announcement) {
        return Json.array(List.of(
                        Json.of(announcement.id()),
                        Json.of(announcement.about()),
                        Json.of(announcement.text()),
                        Json.array(announcement.to().stream().map(Json::of).toList()),
                        announcement.replaces().map(Json::of).orElseGet(Json::ofNull)))
                .canonical();
    }

    @Override
    public Verdict decide(Context context) {
        return refusal(context, announcement)
                .<Verdict>map(Verdict.Refused::new)
                .orElseGet(
                        () -> Verdict.done(Edit.insert(NoticeEntry.TABLE, NoticeEntry.written(context, announcement))));
    }

    /** Why a notice cannot be begun. */
    static Optional<Refusal> refusal(Context context, Announcement announcement) {
        Optional<Notice> known = NoticeBook.find(context, announcement.id());
        if (known.isPresent()) {
            return Optional.of(new Refusal(
                    "EXISTS",
                    "store " + context.store().id() + " has a notice " + announcement.id() + " already, which is "
                            + known.get().state() + "; choose another id"));
        }
        Optional<Refusal> superseding = announcement.replaces().flatMap(earlier -> notToReplace(context, earlier));
        if (superseding.isPresent()) {
            return superseding;
        }
        return announcement.to().stream()
                .filter(department -> !context.roster().departments().contains(department))
                .findFirst()
                .map(unknown -> new Refusal(
                        "NO_SUCH_DEPARTMENT",
                        "the roster has no department " + unknown + "; it has "
                                + context.roster().departments()));
    }

    /** Why a notice's place cannot be taken. */
    static Optional<Refusal> notToReplace(Context context, String earlier) {
        Optional<Notice> known = NoticeBook.find(context, earlier);
        return known.isEmpty()
                ? Optional.of(NoticeEntries.unknown(context, earlier))
                : known.get()
                        .superseded()
                        .map(taken -> new Refusal(
                                "WRONG_STATE",
                                "the place of notice " + earlier + " was taken by " + taken.by()
                                        + " already; replace that one"));
    }

    @Override
    public Notice recall(Context context, Written written) {
        return NoticeBook.find(context, announcement.id()).orElseThrow();
    }
}

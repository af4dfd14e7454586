package io.storeops.notice;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Timer;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;

/**
 * The engine notices that nothing is owed any more because of a notice: its last channel accepted it after every department had given its
 * receipt, or two departments gave the last two at the same time. So looks for what is open never read what is not.
 *
 * @param id the notice
 */
record SettleNotice(String id) implements Act<Boolean> {
    static List<Timer> timers(Context context) {
        return NoticeBook.open(context).stream()
                .filter(SettleNotice::settled)
                .map(notice -> new Timer(notice.deliveredAt().orElseThrow(), new SettleNotice(notice.id())))
                .toList();
    }

    private static boolean settled(Notice notice) {
        return notice.state() == NoticeState.ACKNOWLEDGED;
    }

    @Override
    public EntryPoint entry() {
        return NoticeEntries.SETTLE;
    }

    @Override
    public Target target() {
        return DraftNotice.target(id);
    }

    @Override
    public String arguments() {
        return id;
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Versioned<NoticeEntry>> row = NoticeBook.row(context, id);
        return NoticeBook.find(context, id).filter(SettleNotice::settled).isPresent()
                ? Verdict.done(Edit.replace(
                        NoticeEntry.TABLE,
                        row.orElseThrow(),
                        row.orElseThrow().value().settled()))
                : Verdict.refused("STILL_OWED", "receipts of notice " + id + " are open");
    }

    @Override
    public Boolean recall(Context context, Written written) {
        return !written.get(NoticeEntry.TABLE).open();
    }
}

package io.storeops.notice;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.PersonalActs;
import io.storeops.act.Reaction;
import io.storeops.act.Timer;
import io.storeops.agenda.DutyModule;
import io.storeops.agenda.DutyProgress;
import io.storeops.id.Sha256;
import io.storeops.lifecycle.StateMachine;
import io.storeops.outbox.Outbox;
import io.storeops.position.Duty;
import io.storeops.storage.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Notices as knowledge of the duties that change what departments were told. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class NoticeModule implements DutyModule {
    /** The module. */
    public static final NoticeModule MODULE = new NoticeModule();

    private static final String DUTY = "4.1";
    private static final int HASH = 40;
    private static final NoticeProgress PROGRESS = new NoticeProgress();

    private NoticeModule() {}

    @Override
    public String name() {
        return "notice";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(NoticeEntry.TABLE, NoticeReceipt.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return List.of(
                NoticeEntries.DRAFT,
                NoticeEntries.SEND,
                NoticeEntries.ACKNOWLEDGE,
                NoticeEntries.READ,
                NoticeEntries.SETTLE);
    }

    @Override
    public List<StateMachine<?, ?>> machines() {
        return List.of(NoticeState.MACHINE);
    }

    @Override
    public Optional<DutyProgress> progress() {
        return Optional.of(PROGRESS);
    }

    @Override
    public List<Timer> timers(Context context) {
        return SettleNotice.timers(context);
    }

    @Override
    public List<Reaction<?>> reactions() {
        return List.of(new Reaction<>(ChangeToAnnounce.class, NoticeModule::left));
    }

    /**
     * A draft to the departments of duty 4.1, or to all where it names none, due within the time in which they would owe a receipt
     * (D22).
     */
    private static Reaction.Effect left(Context context, ChangeToAnnounce change) {
        List<String> to = context.roster()
                .findDuty(DUTY)
                .map(Duty::parties)
                .map(Duty.Parties::to)
                .filter(named -> !named.isEmpty())
                .orElseGet(() -> List.copyOf(context.roster().departments()));
        NoticeEntry draft =
                NoticeEntry.left(context, freeId(context, change.cause().id()), change, to);
        return new Reaction.Effect(List.of(Edit.insert(NoticeEntry.TABLE, draft)), List.of());
    }

    /** One cause may leave several drafts, one an episode. */
    private static String freeId(Context context, String cause) {
        String id = "DRAFT:" + (cause.length() > HASH ? Sha256.of(cause).hex().substring(0, HASH) : cause);
        String free = id;
        for (int number = 2; NoticeBook.row(context, free).isPresent(); number++) {
            free = id + "/" + number;
        }
        return free;
    }

    /**
     * What gives persons the notices of stores.
     *
     * @param outbox sends what acts queued
     * @return gives the notices in a person's hands
     */
    public Function<PersonalActs, Notices> service(Outbox outbox) {
        return acts -> new Notices(acts, outbox);
    }
}

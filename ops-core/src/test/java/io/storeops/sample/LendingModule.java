package io.storeops.sample;

import io.storeops.act.Check;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.PersonalActs;
import io.storeops.act.Reaction;
import io.storeops.act.Things;
import io.storeops.act.Timer;
import io.storeops.agenda.DutyModule;
import io.storeops.agenda.OpenItem;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.storage.Table;
import io.storeops.task.TaskGiven;
import java.util.List;

/** Things lent to departments: a duty of one machine, one timer, one check and one reaction. */
public final class LendingModule implements DutyModule {
    /** The module. */
    public static final LendingModule MODULE = new LendingModule();

    static final Things<Loan, LoanState, LoanEvent> LOANS = Things.of(LoanState.MACHINE, Loan.TABLE, Loan::state);

    private LendingModule() {}

    @Override
    public String name() {
        return "lending";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Loan.TABLE, Reminder.TABLE);
    }

    @Override
    public List<Things<?, ?, ?>> things() {
        return List.of(LOANS);
    }

    /** What is not back by its due instant is lost. */
    @Override
    public List<Timer> timers(Context context) {
        return LOANS.all(context, Loan.BY_STATE, LoanState.LENT).stream()
                .map(loan -> new Timer(
                        loan.due(),
                        LOANS.move(LoanEvent.LOSE, loan.id())
                                .becoming((at, known, to) -> known.in(to, known.due(), at.stamp()))))
                .toList();
    }

    /** Nobody who lost something is given a task, and whoever keeps something is reminded of it. */
    @Override
    public List<Check<?>> checks() {
        return List.of(new Check<>(
                TaskGiven.class,
                (context, fact) -> kept(context, fact.task().assignee(), LoanState.LOST)
                                .isEmpty()
                        ? Check.Answer.passed()
                        : Check.Answer.refused("HAS_LOST_THINGS", fact.task().assignee() + " is to find them first")));
    }

    @Override
    public List<Reaction<?>> reactions() {
        return List.of(new Reaction<>(TaskGiven.class, (context, fact) -> {
            ActorId keeper = fact.task().assignee();
            int things = kept(context, keeper, LoanState.LENT).size();
            return things == 0
                    ? Reaction.Effect.NONE
                    : new Reaction.Effect(
                            List.of(Edit.insert(
                                    Reminder.TABLE,
                                    new Reminder(
                                            fact.task().store(), fact.task().id(), keeper, things, context.now()))),
                            List.of());
        }));
    }

    @Override
    public List<OpenItem> openItems(Context context, ActorId person) {
        return kept(context, person, LoanState.LENT).stream()
                .map(loan -> new OpenItem(
                        Target.of(Loan.TABLE.name(), loan.id()),
                        loan.state().name(),
                        Right.FEED_BACK,
                        next -> Edit.replace(
                                Loan.TABLE,
                                LOANS.row(context, loan.id()).orElseThrow(),
                                loan.keptBy(next, context.stamp()))))
                .toList();
    }

    private static List<Loan> kept(Context context, ActorId keeper, LoanState state) {
        return LOANS.all(context, Loan.BY_KEEPER, keeper, state);
    }

    /**
     * The duty in the hands of a person.
     *
     * @param acts the person's acts
     * @return the duty
     */
    public Lending of(PersonalActs acts) {
        return new Lending(acts);
    }
}

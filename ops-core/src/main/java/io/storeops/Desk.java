package io.storeops;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Acts;
import io.storeops.act.Caller;
import io.storeops.agenda.Expected;
import io.storeops.agenda.WorkAgenda;
import io.storeops.feedback.WorkFeedback;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.StoreId;
import io.storeops.position.Agenda;
import io.storeops.reporting.DataReporting;
import io.storeops.reporting.SlotReporting;
import java.util.function.Supplier;

/**
 * One person's duties. A getter for each duty, and no logic. Immutable and thread-safe.
 */
public final class Desk {
    private final ActorId actor;
    private final Supplier<CommandId> commands;
    private final SlotReporting reporting;
    private final Acts acts;
    private final Expected expected;

    Desk(ActorId actor, Supplier<CommandId> commands, SlotReporting reporting, Acts acts, Expected expected) {
        this.actor = requireNonNull(actor, "actor");
        this.commands = requireNonNull(commands, "commands");
        this.reporting = requireNonNull(reporting, "reporting");
        this.acts = requireNonNull(acts, "acts");
        this.expected = requireNonNull(expected, "expected");
    }

    /**
     * Whose desk it is.
     *
     * @return the person
     */
    public ActorId actor() {
        return actor;
    }

    /**
     * The same desk, whose calls go under a given command id: for callers that repeat after a lost answer and must get the
     * first result (R10). For one call; a second, different one is refused.
     *
     * @param command the id
     * @return the desk
     */
    public Desk under(CommandId command) {
        requireNonNull(command, "command");
        return new Desk(actor, () -> command, reporting, acts, expected);
    }

    /**
     * Duty 1: base-data reporting (基础数据汇报).
     *
     * @return the duty in this person's hands
     */
    public DataReporting reporting() {
        return new DataReporting(reporting, this::caller);
    }

    /**
     * What is due, and completing it.
     *
     * @return the agenda in this person's hands
     */
    public WorkAgenda agenda() {
        return new WorkAgenda(acts, expected, this::caller);
    }

    /**
     * What is due today in a store.
     *
     * @param store the store
     * @return the agenda of the date that it is now in the store
     * @see WorkAgenda#today
     */
    public Agenda agenda(StoreId store) {
        return agenda().today(store);
    }

    /**
     * Duty 5: work feedback (工作反馈).
     *
     * @return the duty in this person's hands
     */
    public WorkFeedback feedback() {
        return new WorkFeedback(acts, this::caller);
    }

    private Caller caller() {
        return new Caller(actor, commands.get());
    }
}

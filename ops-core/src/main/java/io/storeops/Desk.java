package io.storeops;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Caller;
import io.storeops.archive.Archive;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.reporting.DataReporting;
import io.storeops.reporting.SlotReporting;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One person's duties. A getter for each duty, and no logic. Immutable and thread-safe.
 */
public final class Desk {
    private final ActorId actor;
    private final Supplier<CommandId> commands;
    private final SlotReporting reporting;
    private final Function<Supplier<Caller>, Archive> archive;

    Desk(
            ActorId actor,
            Supplier<CommandId> commands,
            SlotReporting reporting,
            Function<Supplier<Caller>, Archive> archive) {
        this.actor = requireNonNull(actor, "actor");
        this.commands = requireNonNull(commands, "commands");
        this.reporting = requireNonNull(reporting, "reporting");
        this.archive = requireNonNull(archive, "archive");
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
        return new Desk(actor, () -> command, reporting, archive);
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
     * Evidence (职责成果见证) and the audit trail.
     *
     * @return the archive in this person's hands
     */
    public Archive archive() {
        return archive.apply(this::caller);
    }

    private Caller caller() {
        return new Caller(actor, commands.get());
    }
}

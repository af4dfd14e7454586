package io.storeops.examples.replay;

import io.storeops.id.ActorId;
import io.storeops.kpi.Ratio;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one duty contributes to a replay: the commands that it carries out, the tables that it makes and the measures that it
 * gives. {@link ReplayParts} lists the parts; what none of them has is not built.
 */
interface ReplayPart {
    /**
     * The commands that it carries out, by name. Several parts may have the same command, each for objects of its own.
     *
     * @return how each is carried out
     */
    default Map<String, BuiltCommand> commands() {
        return Map.of();
    }

    /**
     * Takes a reading that arrives, if readings are its business.
     *
     * @param arrival the reading
     */
    default void take(Arrival arrival) {}

    /**
     * The tables that it makes, as things stand now.
     *
     * @return a table a file, each with every column that any scenario may ask for
     */
    default List<ResultTable> tables() {
        return List.of();
    }

    /**
     * The measures that it gives of the scenario's period, as things stand now.
     *
     * @return the ratios by the ids of {@code kpi.csv}, as in K1.1
     */
    default Map<String, Ratio> measures() {
        return Map.of();
    }

    /**
     * The measures that it gives of one person, as {@code kpi-person.csv} has them.
     *
     * @param person the person
     * @return the ratios by their ids, as in K4.1 and EXCUSED:K4.1
     */
    default Map<String, Ratio> measuresOf(ActorId person) {
        return Map.of();
    }

    /**
     * How the scenarios call what a look of the engine finds overdue of this duty.
     *
     * @return the codes
     */
    default List<OverdueCode> overdueCodes() {
        return List.of();
    }

    /**
     * Whether a code is one of what a look of the engine does by itself, beside what it finds overdue on the agenda.
     *
     * @param code as in REMIND:E7:mgr-1
     * @return true if it is built
     */
    default boolean raises(String code) {
        return false;
    }

    /**
     * Whether a code is about something that this part leaves out, though others of its kind are built.
     *
     * @param code as in TASK_OVERDUE:T6
     * @return true if it is left out
     */
    default boolean leavesOut(String code) {
        return false;
    }

    /**
     * What of a TICK's line this part tells the library, or shows afterwards.
     *
     * @return the names of the arguments
     */
    default Set<String> toldOfTick() {
        return Set.of();
    }

    /**
     * Tells the library what a TICK's line says of the world, before the engine looks.
     *
     * @param command the line
     */
    default void beforeTick(Command command) {}

    /**
     * What stands after the engine's look, beside what it raised.
     *
     * @param command the line
     * @return the values under the names of {@code expect}
     */
    default Map<String, ?> afterTick(Command command) {
        return Map.of();
    }

    /**
     * Whom the look of the engine at this instant told of what.
     *
     * @return the things by the person
     */
    default Map<String, List<String>> told() {
        return Map.of();
    }

    /**
     * What the look of the engine at this instant did by itself, as the scenarios call it.
     *
     * @return the codes
     */
    default List<String> raised() {
        return List.of();
    }
}

package io.storeops.examples.cli;

import io.storeops.agenda.Agenda;
import io.storeops.agenda.AgendaItem;
import io.storeops.agenda.AgendaItem.State;
import io.storeops.agenda.Progress;
import io.storeops.catalog.Store;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.examples.replay.CsvTable;
import io.storeops.position.Roster;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table of an agenda.
 *
 * @param store whose zone and language it is in
 * @param roster names the duties
 */
record AgendaTable(Store store, Roster roster) {
    private static final List<String> COLUMNS = List.of(
            "id",
            "duty",
            "name",
            "date",
            "opens_at",
            "due_at",
            "missed_at",
            "state",
            "ended_at",
            "evidence",
            "permission");
    private static final Set<State> ENDED = Set.of(State.DONE, State.LATE, State.ABANDONED);
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    CsvTable of(Agenda agenda) {
        return CsvTable.of(
                "agenda.csv",
                COLUMNS,
                agenda.items().stream()
                        .map(item -> row(item, item.stateAt(agenda.at())))
                        .toList());
    }

    private List<String> row(AgendaItem item, State state) {
        return List.of(
                item.occurrence().id().toString(),
                item.occurrence().duty(),
                name(item.occurrence().duty()),
                item.occurrence().date().toString(),
                written(item.occurrence().opensAt()),
                written(item.occurrence().dueAt()),
                item.occurrence().missedAt().map(this::written).orElse(""),
                state.name(),
                Optional.of(state)
                        .filter(ENDED::contains)
                        .flatMap(ended -> item.progress())
                        .map(Progress::at)
                        .map(this::written)
                        .orElse(""),
                item.occurrence().evidence().stream()
                        .map(EvidenceNeed::toString)
                        .collect(Collectors.joining(" ")),
                item.occurrence().permission().toString());
    }

    /** What the roster in force calls a duty; what it does not have any more has no name. */
    private String name(String duty) {
        return Optional.ofNullable(roster.duties().get(duty))
                .map(known -> store.language().choose(known.name(), known.english()))
                .orElse("");
    }

    private String written(Instant instant) {
        return INSTANT.format(instant.atZone(store.zone()));
    }
}

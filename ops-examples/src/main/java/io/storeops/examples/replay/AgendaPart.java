package io.storeops.examples.replay;

import io.storeops.agenda.Agenda;
import io.storeops.agenda.AgendaItem;
import io.storeops.agenda.AgendaNote;
import io.storeops.agenda.Occurrence;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is due: AGENDA, and the engine's look, TICK, as far as all that is overdue in it is of the duties that are built. */
final class AgendaPart implements ReplayPart {
    /** What the scenarios call the occurrences that the roster alone tells of, by duty. */
    private static final Map<String, String> NAMES = Map.of(
            "1.1", "COLLECTION",
            "1.2", "RELEASE",
            "2.1", "INSPECTION",
            "2.2", "SWEEP",
            "5.1", "WEEKLY_REPORT");

    private final Stage stage;
    private final List<OverdueCode> codes;
    private final List<ReplayPart> others;

    AgendaPart(Stage stage, List<OverdueCode> codes, List<ReplayPart> others) {
        this.stage = stage;
        this.codes = List.copyOf(codes);
        this.others = List.copyOf(others);
    }

    @Override
    public Map<String, BuiltCommand> commands() {
        return Map.of(
                "AGENDA", new BuiltCommand(command -> command.args().text("date"), this::agenda),
                "TICK", new BuiltCommand(command -> "", this::tick));
    }

    /** Shows only the names that its line asks for; others may stand beside them. */
    private Optional<Map<String, Json>> agenda(Command command) {
        Set<String> counts = names(command, "counts");
        Set<String> due = names(command, "due");
        if (!command.asksOnlyFor(Set.of("result", "code", "counts", "due", "plan_lines"))
                || !Stream.concat(counts.stream(), due.stream()).allMatch(this::known)) {
            return Optional.empty();
        }
        return Optional.of(BuiltCommand.shown(
                () -> {
                    Agenda agenda = stage.deskOf(command).agenda().on(stage.store(), command.date("date"));
                    return Map.of(
                            "counts", each(counts, agenda, Stream::count),
                            "due", each(due, agenda, this::firstDue),
                            "plan_lines",
                                    agenda.notes().stream().map(AgendaNote::id).toList());
                },
                Map::of));
    }

    private static Set<String> names(Command command, String member) {
        return command.expect()
                .findMember(member)
                .map(JsonReader::names)
                .map(Set::copyOf)
                .orElse(Set.of());
    }

    private boolean known(String name) {
        return NAMES.containsValue(name) || name.equals(closesYesterday());
    }

    /** The last slot of a day closes in the morning after it. */
    private String closesYesterday() {
        return "PREVIOUS_DAY_SLOT_" + stage.plan().slots();
    }

    private Map<String, ?> each(Set<String> names, Agenda agenda, Function<Stream<Occurrence>, ?> value) {
        return names.stream().collect(Collectors.toMap(name -> name, name -> value.apply(named(agenda, name))));
    }

    private Optional<String> firstDue(Stream<Occurrence> occurrences) {
        return occurrences.map(Occurrence::dueAt).min(Comparator.naturalOrder()).map(stage.notation()::text);
    }

    private Stream<Occurrence> named(Agenda agenda, String name) {
        return agenda.items().stream()
                .map(AgendaItem::occurrence)
                .filter(occurrence -> name(occurrence, agenda).equals(name));
    }

    private String name(Occurrence occurrence, Agenda agenda) {
        return occurrence
                        .slot()
                        .filter(slot -> slot.date().isBefore(agenda.date()))
                        .isPresent()
                ? closesYesterday()
                : NAMES.getOrDefault(occurrence.duty(), occurrence.duty());
    }

    /**
     * The engine looks in any case. What it raises is compared as far as duties that are built are concerned; the line counts
     * as carried out if nothing else is in it, or if that differs.
     */
    private Optional<Map<String, Json>> tick(Command command) {
        others.forEach(part -> part.beforeTick(command));
        List<Occurrence> raised = stage.ops().tick(stage.store()).raised().stream()
                .map(AgendaItem::occurrence)
                .toList();
        Set<String> expected = raised(command).collect(Collectors.toSet());
        List<String> found = Stream.concat(
                        raised.stream()
                                .map(each ->
                                        code(each).orElseGet(() -> each.id().toString())),
                        others.stream().flatMap(part -> part.raised().stream()))
                .filter(code -> asked(code) || !built(code))
                .toList();
        boolean same = built(expected).equals(built(found));
        boolean whole = codes.stream().anyMatch(code -> asked(code.word()))
                && others.stream()
                        .flatMap(part -> part.toldOfTick().stream())
                        .collect(Collectors.toSet())
                        .containsAll(command.args().names())
                && command.asksOnlyFor(Set.of("result", "code", "raised", "state", "told"))
                && Stream.concat(expected.stream(), found.stream()).allMatch(this::built);
        return whole || !same
                ? Optional.of(BuiltCommand.shown(() -> shown(command, found), Map::of))
                : Optional.empty();
    }

    private Map<String, ?> shown(Command command, List<String> found) {
        Map<String, Object> shown = new HashMap<>(Map.of("raised", found, "told", told()));
        others.forEach(part -> shown.putAll(part.afterTick(command)));
        return shown;
    }

    @Override
    public Map<String, List<String>> told() {
        Map<String, List<String>> told = new TreeMap<>();
        others.forEach(part -> part.told()
                .forEach((person, things) ->
                        told.computeIfAbsent(person, key -> new ArrayList<>()).addAll(things)));
        return told;
    }

    private static Stream<String> raised(Command command) {
        return command.expect().findMember("raised").stream()
                .flatMap(raised -> raised.elements().stream())
                .map(JsonReader::text);
    }

    private Optional<String> code(Occurrence occurrence) {
        return codes.stream()
                .filter(known -> known.names(occurrence))
                .map(known -> known.of(occurrence))
                .findFirst();
    }

    private boolean built(String code) {
        return others.stream().noneMatch(part -> part.leavesOut(code))
                && (codes.stream().anyMatch(known -> known.made(code))
                        || others.stream().anyMatch(part -> part.raises(code)));
    }

    private Set<String> built(Collection<String> all) {
        return all.stream().filter(this::built).collect(Collectors.toSet());
    }

    /** A scenario asks for the words that its timeline names anywhere, or for every word if it names none. */
    private boolean asked(String code) {
        Set<String> words = stage.scenario().commands().stream()
                .flatMap(AgendaPart::raised)
                .map(OverdueCode::wordOf)
                .collect(Collectors.toSet());
        return words.isEmpty() || words.contains(OverdueCode.wordOf(code));
    }
}

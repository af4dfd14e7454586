package io.storeops.examples.replay;

import io.storeops.activity.Need;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.failure.DeniedException;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.requirement.OpenedRequirements;
import io.storeops.requirement.Requirement;
import io.storeops.requirement.RequirementState;
import io.storeops.requirement.Requirements;
import io.storeops.requirement.Told;
import io.storeops.ticket.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Requirements to departments and parties outside, which come of tickets, of activities, or of nothing. One that nobody opened is of an
 * activity that is not built.
 *
 * @param stage where the scenario is acted out
 */
record RequirementPart(Stage stage) implements ReplayPart {
    private static final String REQUIREMENT = "requirement";
    private static final String LATE = "REQUIREMENT_LATE";
    private static final String PREFIX = "requirement/";

    /** An act of a person on a requirement. */
    private interface Acting {
        Requirement on(Requirements requirements, Command command, String id);
    }

    @Override
    public Map<String, BuiltCommand> commands() {
        Map<String, BuiltCommand> commands = new HashMap<>();
        commands.put("OPEN_REQUIREMENT", BuiltCommand.on(REQUIREMENT, this::open));
        commands.put("SEND_REQUIREMENT", acting(this::send));
        commands.put("CONFIRM_REQUIREMENT", acting(proven(Requirements::confirm)));
        commands.put("DELIVER_REQUIREMENT", acting(proven(Requirements::deliver)));
        commands.put(
                "REJECT_REQUIREMENT",
                acting((requirements, command, id) ->
                        requirements.reject(stage.store(), id, command.args().text("reason"))));
        commands.put(
                "RESEND_REQUIREMENT",
                acting((requirements, command, id) -> requirements.resend(
                        stage.store(), id, command.instant("due").orElseThrow())));
        commands.put(
                "REWORK_REQUIREMENT",
                acting((requirements, command, id) ->
                        requirements.rework(stage.store(), id, command.args().text("reason"))));
        commands.put(
                "ACCEPT_REQUIREMENT", acting((requirements, command, id) -> requirements.accept(stage.store(), id)));
        commands.put(
                "CONFIRM_DELIVERY", new BuiltCommand(command -> command.args().text("of"), this::confirmDelivery));
        return commands;
    }

    private Map<String, Json> open(Command command) {
        JsonReader args = command.args();
        Optional<String> ticket = args.findMember("ticket").map(JsonReader::text);
        OpenedRequirements.Ask ask = new OpenedRequirements.Ask(
                args.text(REQUIREMENT),
                args.text("department"),
                args.text("what"),
                command.instant("due").orElseThrow(),
                Optional.empty(),
                true);
        return BuiltCommand.shown(
                () -> shown(stage.deskOf(command)
                        .requirements()
                        .open(stage.store(), ask, ticket.map(id -> Target.of(Ticket.TABLE.name(), id)))),
                () -> Map.of(
                        "state",
                        find(ask.id()).map(Requirement::state),
                        "ticket_state",
                        ticket.flatMap(id -> stage.source().tickets().find(stage.store(), id))
                                .map(Ticket::state)));
    }

    private BuiltCommand acting(Acting act) {
        return new BuiltCommand(
                command -> command.args().text(REQUIREMENT),
                command -> find(command.args().text(REQUIREMENT)).map(known -> acted(command, act, known.id())));
    }

    private Map<String, Json> acted(Command command, Acting act, String id) {
        return BuiltCommand.shown(
                () -> shown(act.on(stage.deskOf(command).requirements(), command, id)),
                () -> Map.of("state", find(id).map(Requirement::state)));
    }

    private Optional<Requirement> find(String id) {
        return stage.source().requirements().find(stage.store(), id);
    }

    private Map<String, Object> shown(Requirement requirement) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("state", requirement.state());
        shown.put("queued", requirement.course().waitsFor().isPresent());
        shown.put("late", requirement.late());
        shown.put("rework", requirement.course().rework());
        shown.put("due_at", stage.notation().text(requirement.due()));
        shown.put(
                "told",
                requirement
                        .rejection()
                        .filter(told -> told.at().equals(stage.now()))
                        .map(told -> told(List.of(Map.entry(requirement.id(), told))))
                        .orElseGet(Map::of));
        return shown;
    }

    private static Map<String, List<String>> told(List<Map.Entry<String, Told>> all) {
        Map<String, List<String>> told = new TreeMap<>();
        all.forEach(each -> each.getValue()
                .people()
                .forEach(person -> told.computeIfAbsent(person.value(), key -> new ArrayList<>())
                        .add(each.getKey())));
        return told;
    }

    private Requirement send(Requirements requirements, Command command, String id) {
        Optional<JsonReader> channel = command.args().findMember("channel");
        if (channel.isEmpty()) {
            return requirements.send(stage.store(), id);
        }
        String name = channel.get().text();
        Optional<Instant> at = command.instant("accepted_at");
        Supplier<Requirement> sending = () -> requirements.send(stage.store(), id, name);
        if (!HandSending.isManual(stage, name)) {
            return stage.world().channel(channel.get()).accepting(at, sending);
        }
        Requirement waiting = sending.get();
        if (at.isPresent() && waiting.course().waitsFor().isPresent()) {
            new HandSending(stage, command)
                    .confirm(waiting.course().waitsFor().get(), at.get(), Optional.of("seq-" + command.seq()));
        }
        return find(id).orElseThrow();
    }

    /** An answer of a party outside, whose evidence is attached before by whoever records it. */
    private Acting proven(Answer answer) {
        return (requirements, command, id) -> {
            command.args().findMember("evidence").ifPresent(evidence -> attach(command, id, evidence));
            return answer.of(requirements, stage, id);
        };
    }

    /** What a party says. */
    private interface Answer {
        Requirement of(Requirements requirements, StoreId store, String id);

        default Requirement of(Requirements requirements, Stage stage, String id) {
            return of(requirements, stage.store(), id);
        }
    }

    private void attach(Command command, String id, JsonReader evidence) {
        try {
            stage.ops()
                    .deskOf(ActorId.of(command.actor()))
                    .archive()
                    .attach(
                            stage.store(),
                            Target.of(Requirement.TABLE.name(), id),
                            evidence.member("kind").as("is no kind of evidence", EvidenceKind::parse),
                            stage.now(),
                            evidence.text("ref"));
        } catch (DeniedException e) {
            // Whoever cannot attach anything cannot answer for the party either, and is told so there.
        }
    }

    private Optional<Map<String, Json>> confirmDelivery(Command command) {
        return find(command.args().text("of"))
                .map(known -> BuiltCommand.shown(
                        () -> {
                            Instant accepted = new HandSending(stage, command)
                                    .confirm(known.course().waitsFor().orElse(PREFIX + known.id()));
                            return Map.of(
                                    "state",
                                    find(known.id()).map(Requirement::state),
                                    "receipt_at",
                                    stage.notation().text(accepted));
                        },
                        () -> Map.of("state", known.state())));
    }

    @Override
    public List<OverdueCode> overdueCodes() {
        return List.of(new OverdueCode(
                "4.3",
                LATE,
                each -> each.id().about().substring(PREFIX.length()),
                each -> each.id().about().startsWith(PREFIX)));
    }

    /** One that nobody opened is of an activity that is not built. */
    @Override
    public boolean leavesOut(String code) {
        return OverdueCode.wordOf(code).equals(LATE)
                && find(code.substring(code.indexOf(':') + 1)).isEmpty();
    }

    @Override
    public Map<String, List<String>> told() {
        return told(stage.source().requirements().open(stage.store()).stream()
                .flatMap(requirement -> requirement
                        .lateness()
                        .filter(told -> told.at().equals(stage.now()))
                        .map(told -> Map.entry(requirement.id(), told))
                        .stream())
                .toList());
    }

    @Override
    public List<ResultTable> tables() {
        List<Requirement> all =
                stage
                        .source()
                        .requirements()
                        .due(stage.store(), LocalDate.of(1970, 1, 1), LocalDate.of(9999, 1, 1))
                        .stream()
                        .sorted(Comparator.comparing(
                                        (Requirement each) -> each.opened().at())
                                .thenComparingInt(this::place))
                        .toList();
        return all.isEmpty() ? List.of() : List.of(table(all));
    }

    /** Where it stands in the preparation list that it came of. */
    private int place(Requirement each) {
        return origin(each, "activity")
                .flatMap(id -> stage.source().activities().find(stage.store(), id))
                .flatMap(activity -> activity.plan().preparation())
                .map(needs -> needs.stream().map(Need::id).toList().indexOf(each.id()))
                .orElse(0);
    }

    private ResultTable table(List<Requirement> all) {
        return new TableLayout<Requirement>("coordination.csv", stage.notation())
                .key(REQUIREMENT, Requirement::id)
                .column("activity", each -> origin(each, "activity"))
                .column("ticket", each -> origin(each, Ticket.TABLE.name()))
                .column("department", Requirement::party)
                .column("owner", Requirement::owner)
                .column("sent_at", each -> each.course().sentAt())
                .column("due_at", Requirement::due)
                .column("accepted_at", each -> each.acceptance().map(Requirement.Acceptance::at))
                .column("accepted_by", each -> each.acceptance().map(Requirement.Acceptance::by))
                .column("timeliness", this::timeliness)
                .column("rework", each -> each.course().rework())
                .column("rejected", each -> each.course().rejected())
                .column("state", Requirement::state)
                .table(all);
    }

    private static Optional<String> origin(Requirement each, String kind) {
        return each.origin().filter(origin -> origin.kind().equals(kind)).map(Target::id);
    }

    private Optional<String> timeliness(Requirement each) {
        boolean late = each.late()
                || (each.state() != RequirementState.ACCEPTED && !stage.now().isBefore(each.due()));
        return late ? Optional.of("LATE") : each.acceptance().map(done -> "ON_TIME");
    }
}

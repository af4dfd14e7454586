package io.storeops.examples.replay;

import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.ticket.Episode;
import io.storeops.ticket.Problem;
import io.storeops.ticket.Steps;
import io.storeops.ticket.Ticket;
import io.storeops.ticket.TicketState;
import io.storeops.ticket.Tickets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Problem tickets: brought, acknowledged, handled, on hold, merged, put before the manager, solved, reported back, closed, brought again.
 *
 * @param stage where the scenario is acted out
 */
record TicketPart(Stage stage) implements ReplayPart {
    private static final String TICKET = "ticket";
    private static final String REASON = "reason";
    private static final Pattern ABOUT = Pattern.compile("(ack|solve)/[0-9]+/(.+)");

    /** An act of a person on a ticket. */
    private interface Acting {
        Ticket on(Tickets tickets, JsonReader args, String id);
    }

    @Override
    public Map<String, BuiltCommand> commands() {
        Map<String, BuiltCommand> commands = new HashMap<>();
        commands.put(
                "OPEN_TICKET",
                acting((tickets, args, id) -> tickets.open(
                        stage.store(),
                        id,
                        new Problem(args.text("from"), args.text("severity"), args.text("content")))));
        commands.put("ACK_TICKET", acting((tickets, args, id) -> tickets.acknowledge(stage.store(), id)));
        commands.put("HANDLE_TICKET", acting((tickets, args, id) -> tickets.handle(stage.store(), id)));
        commands.put("HOLD_TICKET", acting((tickets, args, id) -> tickets.hold(stage.store(), id, args.text(REASON))));
        commands.put("RESUME_TICKET", acting((tickets, args, id) -> tickets.resume(stage.store(), id)));
        commands.put(
                "MERGE_TICKET", acting((tickets, args, id) -> tickets.merge(stage.store(), id, args.text("into"))));
        commands.put(
                "ESCALATE_TICKET",
                acting((tickets, args, id) ->
                        tickets.escalate(stage.store(), id, ActorId.of(args.text("to")), args.text(REASON))));
        commands.put(
                "DECIDE_TICKET",
                acting((tickets, args, id) -> tickets.decide(stage.store(), id, args.text("decision"))));
        commands.put(
                "RESOLVE_TICKET",
                acting((tickets, args, id) -> tickets.resolve(stage.store(), id, args.text("report"))));
        commands.put(
                "REPORT_BACK",
                acting((tickets, args, id) -> tickets.reportBack(stage.store(), id, people(args.member("to")))));
        commands.put("CLOSE_TICKET", acting((tickets, args, id) -> tickets.close(stage.store(), id)));
        commands.put(
                "REOPEN_TICKET", acting((tickets, args, id) -> tickets.reopen(stage.store(), id, args.text(REASON))));
        return commands;
    }

    /** One person, or a list of them. */
    private static List<ActorId> people(JsonReader to) {
        List<JsonReader> each = to.value() instanceof Json.Arr ? to.elements() : List.of(to);
        return each.stream().map(person -> ActorId.of(person.text())).toList();
    }

    private BuiltCommand acting(Acting act) {
        return BuiltCommand.on(TICKET, command -> acted(command, act));
    }

    private Map<String, Json> acted(Command command, Acting act) {
        String id = command.args().text(TICKET);
        return BuiltCommand.shown(
                () -> shown(act.on(stage.deskOf(command).tickets(), command.args(), id), command),
                () -> stage.source()
                        .tickets()
                        .find(stage.store(), id)
                        .<Map<String, ?>>map(
                                ticket -> Map.of("state", ticket.state(), "missing", missing(ticket, command)))
                        .orElseGet(() -> Map.of("state", Optional.empty())));
    }

    private static List<ActorId> missing(Ticket ticket, Command command) {
        return command.args()
                .findMember("to")
                .filter(to -> command.name().equals("REPORT_BACK"))
                .map(TicketPart::people)
                .map(told -> ticket.reporters().stream()
                        .filter(reporter -> !told.contains(reporter))
                        .toList())
                .orElse(List.of());
    }

    private Map<String, Object> shown(Ticket ticket, Command command) {
        Episode episode = ticket.episode();
        Map<String, Object> shown = new HashMap<>();
        shown.put("state", ticket.state());
        shown.put("episode", episode.number());
        shown.put("ack_due_at", episode.clocks().ackDue().map(stage.notation()::text));
        shown.put("solve_due_at", episode.solveDue().map(stage.notation()::text));
        shown.put("on_hold", episode.clocks().onHold());
        shown.put("into", ticket.merged().map(Ticket.Merging::into));
        shown.put("late", late(episode, command));
        return shown;
    }

    /** An escalation meets the due of the solution: what solves the ticket afterwards is judged no more. */
    private static boolean late(Episode episode, Command command) {
        return switch (command.name()) {
            case "ACK_TICKET" -> episode.acknowledgedLate();
            case "RESOLVE_TICKET" -> episode.steps().escalated().isEmpty() && episode.solvedLate();
            default -> episode.solvedLate();
        };
    }

    @Override
    public List<OverdueCode> overdueCodes() {
        return List.of(code("TICKET_ACK_OVERDUE", "ack"), code("TICKET_SOLVE_OVERDUE", "solve"));
    }

    private static OverdueCode code(String word, String owed) {
        return new OverdueCode(
                "4.2",
                word,
                each -> part(each.id().about(), 2),
                each -> part(each.id().about(), 1).equals(owed));
    }

    private static String part(String about, int group) {
        Matcher parts = ABOUT.matcher(about);
        return parts.matches() ? parts.group(group) : "";
    }

    /** An episode, and whether another followed it. */
    private record Line(Ticket ticket, Episode episode) {
        boolean followed() {
            return episode.number() < ticket.episode().number();
        }

        boolean merged() {
            return ticket.state() == TicketState.MERGED;
        }

        Optional<Instant> at(Optional<Steps.Step> step) {
            return step.map(Steps.Step::at);
        }

        /** Whether an act was in time; empty of a merged ticket, and while it is neither done nor due. */
        Optional<Boolean> inTime(Optional<Steps.Step> done, boolean late, Optional<Instant> due, Instant now) {
            return merged()
                    ? Optional.empty()
                    : done.map(step -> !late)
                            .or(() -> due.filter(at -> !now.isBefore(at)).map(at -> false));
        }
    }

    @Override
    public List<ResultTable> tables() {
        List<Line> lines = lines();
        return lines.isEmpty() ? List.of() : List.of(table(lines));
    }

    /** Everything that was brought before now, and in the scenario's days. */
    private List<Line> lines() {
        LocalDate last = stage.now().atZone(stage.scenario().zone()).toLocalDate();
        LocalDate first =
                stage.scenario().begin().atZone(stage.scenario().zone()).toLocalDate();
        return stage.source().tickets().brought(stage.store(), first, last).stream()
                .flatMap(ticket -> stage.source().tickets().episodes(stage.store(), ticket.id()).stream()
                        .map(episode -> new Line(ticket, episode)))
                .toList();
    }

    private ResultTable table(List<Line> lines) {
        Instant now = stage.now();
        return new TableLayout<Line>("tickets.csv", stage.notation())
                .key(TICKET, line -> line.ticket().id())
                .key("episode", line -> line.episode().number())
                .column("from", line -> line.ticket().department())
                .column("severity", line -> line.ticket().severity())
                .column("received_at", line -> line.episode().clocks().receivedAt())
                .column(
                        "acknowledged_at",
                        line -> line.at(line.episode().steps().acknowledged()))
                .column(
                        "acknowledged_by",
                        line -> line.episode().steps().acknowledged().map(Steps.Step::by))
                .column("ack_due_at", line -> line.episode().clocks().ackDue())
                .column("held_minutes", line -> line.episode().clocks().heldSeconds() / 60)
                .column("escalated_at", line -> line.at(line.episode().steps().escalated()))
                .column("resolved_at", line -> line.at(line.episode().steps().resolved()))
                .column("resolved_by", line -> line.episode().steps().resolved().map(Steps.Step::by))
                .column(
                        "solve_due_at",
                        line -> line.merged()
                                ? Optional.empty()
                                : line.episode().solveDue())
                .column(
                        "reported_back_at",
                        line -> line.at(line.episode().steps().reportedBack()))
                .column(
                        "state",
                        line -> line.followed() ? "REOPENED" : line.ticket().state())
                .column("owner", line -> line.episode().steps().owner())
                .column("merged_into", line -> line.ticket().merged().map(Ticket.Merging::into))
                .column(
                        "ack_in_time",
                        line -> line.inTime(
                                line.episode().steps().acknowledged(),
                                line.episode().acknowledgedLate(),
                                line.episode().clocks().ackDue(),
                                now))
                .column(
                        "solved_or_escalated_in_time",
                        line -> line.inTime(
                                line.episode().steps().solved(),
                                line.episode().solvedLate(),
                                line.episode().solveDue(),
                                now))
                .table(lines);
    }
}

package io.storeops.examples.replay;

import io.storeops.StoreOps;
import io.storeops.agenda.Agenda;
import io.storeops.agenda.AgendaItem;
import io.storeops.agenda.Occurrence;
import io.storeops.agenda.Tick;
import io.storeops.calendar.SlotPlan;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * AGENDA, and TICK as far as it concerns duty 1: the engine looks at every TICK, but only lines that expect nothing of later
 * duties are compared.
 */
final class AgendaCommand implements ScenarioCommand {
    private static final String OVERDUE = "RELEASE_OVERDUE:";

    /** What the scenario calls the occurrences of a duty. */
    private static final Map<String, String> NAMES = Map.of(
            "1.1", "COLLECTION",
            "1.2", "RELEASE",
            "2.1", "INSPECTION",
            "2.2", "SWEEP",
            "5.1", "WEEKLY_REPORT");

    private static final Set<String> WITH_DUE = Set.of("INSPECTION", "SWEEP", "WEEKLY_REPORT");

    private static final String CLOSES_YESTERDAY = "PREVIOUS_DAY_SLOT_14";

    private final Scenario scenario;
    private final StoreOps ops;

    AgendaCommand(Scenario scenario, StoreOps ops) {
        this.scenario = scenario;
        this.ops = ops;
    }

    @Override
    public Set<String> names() {
        return Set.of("AGENDA", "TICK");
    }

    @Override
    public Map<String, Json> perform(Command command, ActorId operator) {
        return command.name().equals("TICK") ? tick(command) : agenda(command);
    }

    private Map<String, Json> agenda(Command command) {
        LocalDate date = command.args().member("date").as("is not a date (expected yyyy-MM-dd)", LocalDate::parse);
        return ScenarioCommand.outcome(
                () -> {
                    Agenda agenda =
                            ops.deskOf(ActorId.of(command.actor())).agenda().on(scenario.store(), date);
                    return Map.of("counts", counts(agenda), "due", due(agenda));
                },
                Json::ofNull);
    }

    private static Json counts(Agenda agenda) {
        Map<String, Integer> counts = new TreeMap<>(Map.of(CLOSES_YESTERDAY, 0));
        agenda.items().forEach(item -> counts.merge(name(item.occurrence(), agenda.date()), 1, Integer::sum));
        Map<String, Json> written = new TreeMap<>();
        counts.forEach((name, count) -> written.put(name, Json.of(count)));
        return Json.object(written);
    }

    private static String name(Occurrence occurrence, LocalDate date) {
        boolean yesterdays =
                occurrence.slot().map(slot -> slot.date().isBefore(date)).orElse(false);
        return yesterdays ? CLOSES_YESTERDAY : NAMES.getOrDefault(occurrence.duty(), occurrence.duty());
    }

    private Json due(Agenda agenda) {
        Map<String, Json> due = new TreeMap<>();
        for (AgendaItem item : agenda.items()) {
            String name = name(item.occurrence(), agenda.date());
            if (WITH_DUE.contains(name)) {
                due.put(
                        name,
                        Json.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(item.occurrence()
                                .dueAt()
                                .atZone(scenario.zone())
                                .toOffsetDateTime())));
            }
        }
        return Json.object(due);
    }

    private Map<String, Json> tick(Command command) {
        Tick tick = ops.tick(scenario.store());
        List<String> expected = command.expect().elements("raised").stream()
                .map(JsonReader::text)
                .toList();
        boolean built =
                command.args().names().isEmpty() && expected.stream().allMatch(name -> name.startsWith(OVERDUE));
        if (!built) {
            return Map.of();
        }
        SlotPlan plan = scenario.enrolment().roster().slotPlan();
        return ScenarioCommand.outcome(
                () -> Map.of(
                        "raised",
                        Json.array(tick.raised().stream()
                                .map(item -> Json.of(raised(item.occurrence(), plan)))
                                .toList())),
                Json::ofNull);
    }

    private static String raised(Occurrence occurrence, SlotPlan plan) {
        return Optional.of(occurrence)
                .flatMap(Occurrence::slot)
                .map(slot -> OVERDUE + plan.boundaryOf(slot))
                .orElseGet(() -> NAMES.getOrDefault(occurrence.duty(), occurrence.duty()) + "_OVERDUE");
    }
}

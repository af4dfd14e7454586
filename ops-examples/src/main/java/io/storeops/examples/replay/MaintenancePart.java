package io.storeops.examples.replay;

import io.storeops.id.ActorId;
import io.storeops.kpi.Ratio;
import io.storeops.maintenance.Anomaly;
import io.storeops.maintenance.Counted;
import io.storeops.maintenance.Episode;
import io.storeops.maintenance.Escalation;
import io.storeops.position.Sla;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Duty 2, so far: anomalies and escalations, with K2.1 to K2.4.
 *
 * @param stage where the scenario is acted out
 */
record MaintenancePart(Stage stage) implements ReplayPart {
    private static final String OVERDUE = "ANOMALY_OVERDUE";
    private static final String REMIND = "REMIND";
    private static final String LEVEL_2 = "LEVEL_2";

    private boolean built() {
        return stage.scenario().commands().stream()
                .anyMatch(command -> command.name().equals("REPORT_ANOMALY"));
    }

    @Override
    public Map<String, BuiltCommand> commands() {
        if (!built()) {
            return Map.of();
        }
        Map<String, BuiltCommand> commands = new HashMap<>(new AnomalyCommands(stage).all());
        commands.putAll(new ObserveCommands(stage).all());
        commands.putAll(new RequestCommands(stage).all());
        return commands;
    }

    @Override
    public boolean raises(String code) {
        String word = OverdueCode.wordOf(code);
        return built()
                && (word.equals(REMIND)
                        || word.equals(LEVEL_2)
                        || (word.equals(OVERDUE)
                                && anomalies().stream()
                                        .filter(anomaly -> code.equals(OVERDUE + ":" + anomaly.id()))
                                        .allMatch(this::inItsTurn)));
    }

    /** What the look of the engine did about anomalies, which it marks with the instant. */
    @Override
    public List<String> raised() {
        List<String> raised = new ArrayList<>();
        for (Anomaly anomaly : anomalies()) {
            Episode episode = last(anomaly);
            String to =
                    episode.escalation().map(Escalation::to).map(ActorId::value).orElse("");
            note(raised, episode.marks().overdueAt(), OVERDUE + ":" + anomaly.id());
            note(raised, episode.marks().remindedAt(), REMIND + ":" + anomaly.id() + ":" + to);
            superiors()
                    .forEach(person ->
                            note(raised, episode.marks().steppedUpAt(), LEVEL_2 + ":" + anomaly.id() + ":" + person));
        }
        return raised;
    }

    private void note(List<String> raised, Optional<Instant> at, String code) {
        if (at.equals(Optional.of(stage.now()))) {
            raised.add(code);
        }
    }

    private List<String> superiors() {
        return stage.scenario().enrolment().assignments().stream()
                .filter(assignment -> assignment.role().name().equals("INDIRECT_SUPERIOR"))
                .map(assignment -> assignment.actor().value())
                .distinct()
                .toList();
    }

    private List<Anomaly> anomalies() {
        return stage.source().maintenance().anomalies(stage.store());
    }

    private List<Episode> episodes(Anomaly anomaly) {
        return stage.source().maintenance().episodes(stage.store(), anomaly.id());
    }

    private Episode last(Anomaly anomaly) {
        List<Episode> episodes = episodes(anomaly);
        return episodes.get(episodes.size() - 1);
    }

    @Override
    public List<ResultTable> tables() {
        return built() ? List.of(anomaliesTable(), episodesTable()) : List.of();
    }

    private ResultTable anomaliesTable() {
        List<Counted> counted = stage.source().maintenance().counted(stage.store());
        Set<String> complete =
                counted.stream().filter(Counted::complete).map(Counted::id).collect(Collectors.toSet());
        Set<String> counts =
                counted.stream().filter(Counted::counts).map(Counted::id).collect(Collectors.toSet());
        return AnomalyTable.layout(stage.notation(), this::episodes)
                .column("complete", each -> complete.contains(each.id()))
                .column("in_k2", each -> counts.contains(each.id()))
                .table(anomalies())
                .orderableByKey();
    }

    private ResultTable episodesTable() {
        return ToldEpisode.columns(new TableLayout<ToldEpisode>("episodes.csv", stage.notation())
                        .key("anomaly", each -> each.anomaly().id())
                        .key("episode", each -> each.episode().number())
                        .column("found_at", each -> each.episode().found().at()))
                .column("escalated_at", ToldEpisode::escalated)
                .column("level", MaintenancePart::level)
                .column("feedback_by", each -> each.episode().answer().map(answer -> answer.by()))
                .column(
                        "closed_at",
                        each -> AnomalyTable.closedAt(each.episode().ended()))
                .column("result", each -> each.episode().ended().map(Anomaly.Ending::result))
                .column("affected_orders", each -> each.episode().loss().map(Episode.Loss::orders))
                .column("exposure_minor", each -> each.episode().loss().map(Episode.Loss::minor))
                .table(anomalies().stream()
                        .filter(this::inItsTurn)
                        .flatMap(
                                anomaly -> episodes(anomaly).stream().map(episode -> new ToldEpisode(anomaly, episode)))
                        .toList())
                .scoped(ResultTable.Scope.of(
                        "anomaly",
                        anomalies().stream()
                                .filter(this::inItsTurn)
                                .map(Anomaly::id)
                                .collect(Collectors.toSet())));
    }

    /**
     * The library sends in order (D78): what waits for a channel is accepted with the next message that the channel accepts, not when a
     * scenario names it.
     */
    private boolean inItsTurn(Anomaly anomaly) {
        return stage.scenario().commands().stream()
                .noneMatch(command -> command.name().equals("CHANNEL_ACCEPT")
                        && command.args()
                                .findMember("anomaly")
                                .filter(id -> id.text().equals(anomaly.id()))
                                .isPresent());
    }

    private static Optional<Integer> level(ToldEpisode told) {
        return told.episode()
                .answer()
                .map(answer -> answer.level())
                .or(() -> told.escalated()
                        .map(at -> told.episode().marks().steppedUpAt().isPresent() ? 2 : 1));
    }

    /** Escalations by their due, and the decisions on them by the time limit of feedback, of every episode (AUX). */
    @Override
    public Map<String, Ratio> measures() {
        List<ToldEpisode> escalated = anomalies().stream()
                .flatMap(anomaly -> episodes(anomaly).stream().map(episode -> new ToldEpisode(anomaly, episode)))
                .filter(each -> each.escalated().isPresent())
                .toList();
        Duration limit = stage.scenario()
                .enrolment()
                .roster()
                .sla()
                .find(Sla.Key.FEEDBACK)
                .orElse(Duration.ofSeconds(Long.MAX_VALUE));
        // Sorted: the order of Map.of differs from one JVM to the next.
        return built() && !escalated.isEmpty()
                ? new TreeMap<>(Map.of(
                        "AUX:ESCALATIONS_IN_TIME",
                                share(escalated, each -> each.inTime().orElse(true)),
                        "AUX:FEEDBACK_IN_TIME", share(escalated, each -> each.answeredWithin(limit))))
                : Map.of();
    }

    private static Ratio share(List<ToldEpisode> all, Predicate<ToldEpisode> good) {
        return Ratio.of(all.stream().filter(good).count(), all.size());
    }
}

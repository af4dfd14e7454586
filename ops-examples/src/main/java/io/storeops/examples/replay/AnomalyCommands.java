package io.storeops.examples.replay;

import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.inspection.RuleKey;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.listing.ListingField;
import io.storeops.maintenance.Anomaly;
import io.storeops.maintenance.AnomalyResult;
import io.storeops.maintenance.AnomalyState;
import io.storeops.maintenance.Episode;
import io.storeops.maintenance.Escalation;
import io.storeops.maintenance.Feedback;
import io.storeops.maintenance.Maintenance;
import io.storeops.maintenance.Remark;
import io.storeops.maintenance.Report;
import io.storeops.maintenance.Reported;
import io.storeops.notice.Notice;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What people do about anomalies, and what becomes of it.
 *
 * @param stage where the scenario is acted out
 */
record AnomalyCommands(Stage stage) {
    private static final String ANOMALY = "anomaly";
    private static final String REASON = "reason";

    /** An act of a person on an anomaly, by its id. */
    private interface Acting {
        Anomaly on(Maintenance duty, Command command, String id);
    }

    Map<String, BuiltCommand> all() {
        Map<String, BuiltCommand> all = new HashMap<>();
        all.put("REPORT_ANOMALY", new BuiltCommand(AnomalyCommands::id, command -> Optional.of(report(command))));
        all.put("CLAIM", new BuiltCommand(AnomalyCommands::id, command -> Optional.of(claim(command))));
        all.put("CORRECT", new BuiltCommand(AnomalyCommands::id, this::correct));
        all.put("NOTIFY_CORRECTION", acting(this::notifyCorrection));
        all.put("ESCALATE", new BuiltCommand(AnomalyCommands::id, command -> Optional.of(escalated(command))));
        all.put("GIVE_FEEDBACK", new BuiltCommand(AnomalyCommands::id, command -> Optional.of(feedback(command))));
        all.put("INSTRUCT_WORK", acting(this::instruct));
        all.put(
                "CLOSE_ANOMALY",
                acting((duty, command, id) -> duty.close(
                        stage.store(),
                        id,
                        command.args().member("result").as("is no result", AnomalyResult::valueOf))));
        all.put(
                "DISMISS_ANOMALY",
                acting((duty, command, id) ->
                        duty.dismiss(stage.store(), id, command.args().text(REASON))));
        all.put(
                "RECLASSIFY_ANOMALY",
                acting((duty, command, id) -> duty.reclassify(
                        stage.store(),
                        id,
                        command.args().text("category"),
                        command.args().text(REASON))));
        all.put("SILENCE", new BuiltCommand(this::silenced, command -> Optional.of(silence(command))));
        all.put("ATTACH_EVIDENCE", new BuiltCommand(command -> command.args().text("target"), this::attach));
        all.put("CHANNEL_ACCEPT", new BuiltCommand(AnomalyCommands::id, this::accept));
        all.put("HAND_OVER", new BuiltCommand(command -> command.args().text("to"), this::handOver));
        return all;
    }

    private static String id(Command command) {
        return command.args().findMember(ANOMALY).map(JsonReader::text).orElse("");
    }

    private String silenced(Command command) {
        return command.args().findMember("subject").map(JsonReader::text).orElse("");
    }

    private BuiltCommand acting(Acting act) {
        return new BuiltCommand(AnomalyCommands::id, command -> Optional.of(acted(command, act)));
    }

    private Map<String, Json> acted(Command command, Acting act) {
        return BuiltCommand.shown(
                () -> shown(act.on(stage.deskOf(command).maintenance(), command, id(command))),
                () -> standing(command));
    }

    private Map<String, Object> standing(Command command) {
        Optional<Anomaly> known = stage.source().maintenance().findAnomaly(stage.store(), id(command));
        Map<String, Object> shown = known.map(this::shown).orElseGet(HashMap::new);
        shown.put("current_version", known.map(Anomaly::version));
        var missing = stage.source().maintenance().missingEvidence(stage.store(), id(command));
        List<EvidenceNeed> needs = command.name().equals("ESCALATE") ? missing.escalating() : missing.correcting();
        shown.put("missing", needs.stream().map(EvidenceNeed::toString).toList());
        return shown;
    }

    private Map<String, Object> shown(Anomaly anomaly) {
        Map<String, Object> shown = basics(anomaly);
        List<Episode> episodes = stage.source().maintenance().episodes(stage.store(), anomaly.id());
        Episode last = episodes.get(episodes.size() - 1);
        shown.put("episode", last.number());
        shown.put("due_at", last.found().dueAt().map(stage.notation()::text));
        shown.put("first_act_at", last.firstAct().map(act -> stage.notation().text(act.at())));
        shown.put("escalations", last.escalation().map(Escalation::accepted).orElse(0));
        shown.put("affected_orders", last.loss().map(Episode.Loss::orders));
        shown.put("exposure_minor", last.loss().map(Episode.Loss::minor));
        return shown;
    }

    private static Map<String, Object> basics(Anomaly anomaly) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("state", anomaly.state());
        shown.put("version", anomaly.version());
        shown.put("observations", anomaly.counts().observations());
        shown.put("holder", anomaly.holder());
        return shown;
    }

    private Map<String, Json> report(Command command) {
        return BuiltCommand.shown(
                () -> shown(stage.deskOf(command).maintenance().report(stage.store(), asked(command))),
                () -> new HashMap<String, Object>(Map.of("state", Optional.empty())));
    }

    private static Report asked(Command command) {
        JsonReader args = command.args();
        return new Report(
                id(command),
                new RuleKey(args.text("category"), args.findMember("metric").map(JsonReader::text)),
                args.text("subject"),
                args.member("measured").value().canonical(),
                args.member("base").value().canonical(),
                command.instant("since").orElseThrow(),
                command.instant("last_good_at"),
                args.findMember("finder").map(finder -> ActorId.of(finder.text())),
                Optional.empty());
    }

    private Map<String, Object> shown(Reported reported) {
        Map<String, Object> shown = reported.anomaly().map(this::shown).orElseGet(HashMap::new);
        shown.putIfAbsent("state", Optional.empty());
        shown.put("silenced", reported.silenced());
        if (reported.remark() != Remark.FOUND) {
            shown.put("code", reported.remark());
        }
        return shown;
    }

    /** Of a claim only what its own result says: it is repeated. */
    private Map<String, Json> claim(Command command) {
        return BuiltCommand.shown(
                () -> basics(stage.deskOf(command).maintenance().claim(stage.store(), id(command), (int)
                        command.args().number("version"))),
                () -> standing(command));
    }

    /** What was put right, and by when the notice is to be sent that it may leave (D22). */
    private Optional<Map<String, Json>> correct(Command command) {
        Supplier<Map<String, ?>> shown = () -> {
            Map<String, Object> corrected =
                    shown(stage.deskOf(command).maintenance().correct(stage.store(), id(command)));
            stage.source()
                    .notices()
                    .find(stage.store(), "DRAFT:" + id(command))
                    .flatMap(Notice::draftDue)
                    .ifPresent(due ->
                            corrected.put("draft_notice_due", stage.notation().text(due)));
            return corrected;
        };
        return Optional.of(BuiltCommand.shown(shown, () -> standing(command)));
    }

    private Anomaly notifyCorrection(Maintenance duty, Command command, String id) {
        return stage.world()
                .channel(command.args().member("channel"))
                .accepting(command.instant("accepted_at"), () -> duty.notifyCorrection(stage.store(), id));
    }

    private Map<String, Json> escalated(Command command) {
        return BuiltCommand.shown(
                () -> {
                    Anomaly anomaly = escalate(stage.deskOf(command).maintenance(), command, id(command));
                    Map<String, Object> shown = shown(anomaly);
                    if (anomaly.state() != AnomalyState.ESCALATED) {
                        shown.put("code", "QUEUED");
                    }
                    return shown;
                },
                () -> standing(command));
    }

    private Anomaly escalate(Maintenance duty, Command command, String id) {
        Supplier<Anomaly> act = () -> duty.escalate(
                stage.store(),
                id,
                ActorId.of(command.args().text("to")),
                command.args().text("suggestion"));
        for (JsonReader attempt : command.args().elements("attempts")) {
            if (attempt.text("outcome").equals("ACCEPTED")) {
                Supplier<Anomaly> inner = act;
                act = () -> stage.world()
                        .channel(attempt.member("channel"))
                        .accepting(Optional.of(Command.instant(attempt.member("at"))), inner);
            }
        }
        return act.get();
    }

    private Map<String, Json> feedback(Command command) {
        Feedback.Decision decision = new Feedback.Decision(
                command.args().text("decision"),
                Optional.of(command.args().text("text")),
                command.args().findMember("accepted_until").map(place -> LocalDate.parse(place.text())),
                command.args().findMember("new_reference").map(JsonReader::number));
        return BuiltCommand.shown(
                () -> {
                    Feedback said =
                            stage.deskOf(command).maintenance().giveFeedback(stage.store(), id(command), decision);
                    Map<String, Object> shown = standing(command);
                    if (said.number() > 1) {
                        shown.put("code", "COMMENT_ONLY");
                    }
                    return shown;
                },
                () -> standing(command));
    }

    /** What a manager names may be written for a day. */
    private Anomaly instruct(Maintenance duty, Command command, String id) {
        Optional<ListingField> field =
                command.args().findMember("field").flatMap(place -> ListingField.find(place.text()));
        return duty.instructWork(
                stage.store(),
                id,
                command.args().text("text"),
                field.map(named -> ListingPart.value(named, command.args().member("value"))),
                command.at().plus(Duration.ofDays(1)));
    }

    private Map<String, Json> silence(Command command) {
        return BuiltCommand.shown(
                () -> {
                    stage.deskOf(command)
                            .maintenance()
                            .silence(
                                    stage.store(),
                                    command.args().text("category"),
                                    command.args().findMember("subject").map(JsonReader::text),
                                    command.instant("until").orElseThrow(),
                                    command.args().text(REASON));
                    return Map.of();
                },
                Map::of);
    }

    private Optional<Map<String, Json>> attach(Command command) {
        String id = command.args().text("target");
        Function<Anomaly, Map<String, Json>> attached = anomaly -> BuiltCommand.shown(
                () -> {
                    stage.deskOf(command)
                            .archive()
                            .attach(
                                    stage.store(),
                                    Target.of(Anomaly.TABLE.name(), id),
                                    command.args().member("kind").as("is no kind of evidence", EvidenceKind::parse),
                                    stage.now(),
                                    command.args().text("ref"));
                    return Map.of("state", anomaly.state());
                },
                () -> Map.of("state", anomaly.state()));
        return stage.source().maintenance().findAnomaly(stage.store(), id).map(attached);
    }

    private Optional<Map<String, Json>> accept(Command command) {
        if (command.args().findMember(ANOMALY).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(BuiltCommand.shown(
                () -> {
                    stage.world()
                            .channel(command.args().member("channel"))
                            .accepting(
                                    command.instant("accepted_at"),
                                    () -> stage.ops().deliverDue(stage.store()));
                    return standing(command);
                },
                Map::of));
    }

    private Optional<Map<String, Json>> handOver(Command command) {
        return Optional.of(BuiltCommand.shown(
                () -> Map.of(
                        "moved",
                        stage
                                .deskOf(command)
                                .agenda()
                                .handOver(
                                        stage.store(),
                                        "seq-" + command.seq(),
                                        ActorId.of(command.args().text("to")),
                                        "as the scenario has it")
                                .items()
                                .stream()
                                .map(item -> item.target().id())
                                .toList()),
                Map::of));
    }
}

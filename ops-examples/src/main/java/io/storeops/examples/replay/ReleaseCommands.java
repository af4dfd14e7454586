package io.storeops.examples.replay;

import io.storeops.calendar.SlotId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.reporting.Gaps;
import io.storeops.reporting.Release;
import io.storeops.reporting.ReleaseState;
import io.storeops.reporting.SlotChange;
import io.storeops.reporting.SlotReporting;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** RELEASE, RELEASE_CORRECTION, and CHANNEL_ACCEPT of a release that waits. */
final class ReleaseCommands {
    private static final String BOUNDARY = "boundary";

    private final Stage stage;

    ReleaseCommands(Stage stage) {
        this.stage = stage;
    }

    Map<String, BuiltCommand> all() {
        return Map.of(
                "RELEASE", issuing((reporting, slot) -> reporting.release(stage.store(), slot, Gaps.CONFIRM)),
                "RELEASE_CORRECTION",
                        issuing((reporting, slot) -> reporting.correct(stage.store(), slot))
                                .telling("version", "reason"),
                "CHANNEL_ACCEPT", new BuiltCommand(command -> command.args().text(BOUNDARY), this::accept));
    }

    private BuiltCommand issuing(BiFunction<SlotReporting, SlotId, Release> issue) {
        return BuiltCommand.on(BOUNDARY, command -> {
            SlotId slot = stage.slot(command.args().member(BOUNDARY));
            SlotReporting reporting = stage.deskOf(command).reporting();
            return BuiltCommand.shown(
                    () -> shown(channel(command)
                            .accepting(command.instant("accepted_at"), () -> issue.apply(reporting, slot))),
                    () -> standing(slot));
        });
    }

    /** What waits is accepted now, in order; other objects than boundaries are of other duties. */
    private Optional<Map<String, Json>> accept(Command command) {
        return command.args().findMember(BOUNDARY).map(stage::slot).map(slot -> {
            channel(command)
                    .accepting(command.instant("accepted_at"), () -> stage.ops().deliverDue(stage.store()));
            return BuiltCommand.shown(() -> standing(slot), Map::of);
        });
    }

    private ScriptedChannel channel(Command command) {
        JsonReader name = command.args().member("channel");
        List<String> known = stage.scenario().enrolment().roster().releaseChannels();
        if (!known.contains(name.text())) {
            throw name.refusal("is not a channel that releases go to (expected one of " + known + ")");
        }
        return stage.world().channel(name);
    }

    /** What stands of a boundary: the last version of its release if there is one, else the state alone. */
    private Map<String, Json> standing(SlotId slot) {
        Map<String, Json> shown = new HashMap<>();
        Books.of(stage, slot.date()).releases().stream()
                .filter(release -> release.slot().equals(slot))
                .max(Comparator.comparingInt(Release::version))
                .ifPresentOrElse(release -> shown.putAll(shown(release)), () -> {
                    shown.put("messages", Json.of(0));
                    shown.put("state", Books.stateOf(stage, slot));
                });
        return shown;
    }

    private Map<String, Json> shown(Release release) {
        Map<String, Json> shown = new HashMap<>();
        shown.put("state", Json.of(release.state().name()));
        shown.put(
                "late",
                release.state() == ReleaseState.PUBLISHED
                        ? Json.of(release.timeliness() == Release.Timeliness.LATE)
                        : Json.ofNull());
        if (release.remark() != Release.Remark.NONE) {
            shown.put("code", Json.of(release.remark().name()));
        }
        shown.put("version", Json.of(release.version()));
        shown.put("complete", Json.of(release.complete()));
        shown.put("missing", BuiltCommand.texts(Notation.missing(release.missing())));
        shown.put("messages", Json.of(stage.world().accepted("release/" + release.slot() + "/v" + release.version())));
        shown.put(
                "changed",
                Json.array(
                        release.changes().stream().map(ReleaseCommands::changed).toList()));
        shown.put(
                "reason",
                release.changes().stream()
                        .flatMap(change -> change.reason().stream())
                        .min(Enum::compareTo)
                        .map(reason -> Json.of(reason.name()))
                        .orElseGet(Json::ofNull));
        return shown;
    }

    private static Json changed(SlotChange change) {
        return Json.object(Map.of(
                "date", Json.of(change.slot().date().toString()),
                "subject", Json.of(change.subject().id()),
                "slot", Json.of(change.slot().number()),
                "field", Json.of(change.metric().column()),
                "old", Json.of(change.before()),
                "new", change.now().map(Json::of).orElseGet(Json::ofNull)));
    }
}

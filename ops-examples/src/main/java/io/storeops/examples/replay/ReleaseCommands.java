package io.storeops.examples.replay;

import io.storeops.calendar.SlotId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.reporting.Gaps;
import io.storeops.reporting.Release;
import io.storeops.reporting.SlotChange;
import io.storeops.reporting.SlotReporting;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * RELEASE, RELEASE_CORRECTION, and CHANNEL_ACCEPT of a release that waits.
 *
 * @param stage where the scenario is acted out
 */
record ReleaseCommands(Stage stage) {
    private static final String BOUNDARY = "boundary";

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
    private Map<String, ?> standing(SlotId slot) {
        return Books.of(stage, slot.date()).releases().stream()
                .filter(release -> release.slot().equals(slot))
                .max(Comparator.comparingInt(Release::version))
                .map(this::shown)
                .orElseGet(() -> Map.of("messages", 0, "state", Books.stateOf(stage, slot)));
    }

    private Map<String, Object> shown(Release release) {
        return Map.of(
                "code", Optional.of(release.remark()).filter(remark -> remark != Release.Remark.NONE),
                "state", release.state(),
                "late", release.acceptedAt().map(at -> release.timeliness() == Release.Timeliness.LATE),
                "version", release.version(),
                "complete", release.complete(),
                "missing", Notation.missing(release.missing()),
                "messages", stage.world().accepted("release/" + release.slot() + "/v" + release.version()),
                "changed",
                        release.changes().stream().map(ReleaseCommands::changed).toList(),
                "reason",
                        release.changes().stream()
                                .flatMap(change -> change.reason().stream())
                                .min(Comparator.naturalOrder()));
    }

    private static Map<String, ?> changed(SlotChange change) {
        return Map.of(
                "date", change.slot().date(),
                "subject", change.subject().id(),
                "slot", change.slot().number(),
                "field", change.metric().column(),
                "old", change.before(),
                "new", change.now());
    }
}

package io.storeops.examples.replay;

import io.storeops.Desk;
import io.storeops.calendar.SlotId;
import io.storeops.calendar.SlotPlan;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.reporting.Gaps;
import io.storeops.reporting.Release;
import io.storeops.reporting.SlotChange;
import io.storeops.reporting.SlotReporting;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The commands of duty 1, RELEASE and RELEASE_CORRECTION, as this version carries them out. */
final class ReleaseCommand implements ScenarioCommand {
    private static final String CHANNEL = "DATA_GROUP";

    private final StoreId store;
    private final SlotPlan plan;
    private final ScriptedChannel channel;
    private final Function<ActorId, Desk> desks;

    ReleaseCommand(StoreId store, SlotPlan plan, ScriptedChannel channel, Function<ActorId, Desk> desks) {
        this.store = store;
        this.plan = plan;
        this.channel = channel;
        this.desks = desks;
    }

    @Override
    public Set<String> names() {
        return Set.of("RELEASE", "RELEASE_CORRECTION");
    }

    @Override
    public Map<String, Json> perform(Command command, ActorId operator) {
        command.args().member("channel").as("is no channel that releases go to (expected DATA_GROUP)", name -> {
            if (!name.equals(CHANNEL)) {
                throw new IllegalArgumentException(name);
            }
            return name;
        });
        SlotId slot = command.args()
                .member("boundary")
                .as(
                        "is no boundary of the roster's slot plan (expected as in 2024-06-16T09:00)",
                        text -> plan.slotClosedAt(LocalDateTime.parse(text)).orElseThrow());
        Optional<Instant> acceptedAt = command.args()
                .findMember("accepted_at")
                .map(place -> place.as(
                        "is no instant (expected ISO 8601 with offset)",
                        text -> OffsetDateTime.parse(text).toInstant()));
        channel.answer(acceptedAt);
        return ScenarioCommand.outcome(() -> done(issue(command, slot)), () -> stateOf(slot, operator));
    }

    private Release issue(Command command, SlotId slot) {
        SlotReporting reporting = desks.apply(ActorId.of(command.actor())).reporting();
        return command.name().equals("RELEASE")
                ? reporting.release(store, slot, Gaps.CONFIRM)
                : reporting.correct(store, slot);
    }

    private static Map<String, Json> done(Release release) {
        Map<String, Json> outcome = new TreeMap<>();
        outcome.put("state", Json.of(release.state().name()));
        outcome.put("late", Json.of(release.timeliness() == Release.Timeliness.LATE));
        outcome.put("version", Json.of(release.version()));
        List<SlotChange> changes = release.changes();
        outcome.put(
                "changed",
                Json.array(changes.stream().map(ReleaseCommand::changed).toList()));
        outcome.put(
                "reason",
                changes.stream()
                        .flatMap(change -> change.reason().stream())
                        .min(Enum::compareTo)
                        .map(reason -> Json.of(reason.name()))
                        .orElseGet(Json::ofNull));
        return outcome;
    }

    private static Json changed(SlotChange change) {
        return Json.object(Map.of(
                "subject", Json.of(change.subject().id()),
                "slot", Json.of(change.slot().number()),
                "field", Json.of(change.metric().column()),
                "old", change.before().map(Json::of).orElseGet(Json::ofNull),
                "new", change.now().map(Json::of).orElseGet(Json::ofNull)));
    }

    private Json stateOf(SlotId slot, ActorId operator) {
        return slot.number() < plan.slots()
                ? Json.of(desks.apply(operator)
                        .reporting()
                        .dayBook(store, slot.date())
                        .stateOf(slot.number())
                        .name())
                : Json.ofNull();
    }
}

package io.storeops.position;

import static io.storeops.position.DocumentFields.constant;

import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.Set;

/** How a cadence stands in a roster's document: its kind, and what the kind needs. */
final class CadenceDocument {
    private static final String KIND = "kind";
    private static final String START = "start";
    private static final String DUE = "due";

    private CadenceDocument() {}

    static Cadence read(JsonReader place) {
        Cadence.Kind kind = constant(place.member(KIND), "a cadence", Cadence.Kind.class);
        place.onlyMembers(members(kind));
        return switch (kind) {
            case EACH_BOUNDARY -> new Cadence.EachBoundary(place.findMember(DUE).map(DocumentFields::duration));
            case DAILY ->
                place.whole(
                        "is not a cadence",
                        () -> new Cadence.Daily(
                                DocumentFields.time(place.member(START)), DocumentFields.time(place.member(DUE))));
            case DAILY_SWEEP_AND_EVENT -> new Cadence.DailySweepAndEvent(DocumentFields.time(place.member(DUE)));
            case EVENT -> new Cadence.Event();
            case ON_INSTRUCTION -> new Cadence.OnInstruction();
            case PER_ACTIVITY -> new Cadence.PerActivity();
            case WEEKLY ->
                place.member(DUE)
                        .as(
                                "is not a day and time of the next week (expected something like NEXT_MONDAY 12:00)",
                                Cadence.Weekly::due);
            case PER_TASK -> new Cadence.PerTask();
        };
    }

    private static Set<String> members(Cadence.Kind kind) {
        return switch (kind) {
            case EACH_BOUNDARY, DAILY_SWEEP_AND_EVENT, WEEKLY -> Set.of(KIND, DUE);
            case DAILY -> Set.of(KIND, START, DUE);
            case EVENT, ON_INSTRUCTION, PER_ACTIVITY, PER_TASK -> Set.of(KIND);
        };
    }

    static Json write(Cadence cadence) {
        DocumentMembers members = new DocumentMembers().text(KIND, cadence.kind());
        if (cadence instanceof Cadence.EachBoundary each) {
            members.text(DUE, each.due());
        } else if (cadence instanceof Cadence.Daily daily) {
            members.text(START, daily.start()).text(DUE, daily.due());
        } else if (cadence instanceof Cadence.DailySweepAndEvent sweep) {
            members.text(DUE, sweep.due());
        } else if (cadence instanceof Cadence.Weekly weekly) {
            members.text(DUE, weekly.due());
        }
        return members.build();
    }
}

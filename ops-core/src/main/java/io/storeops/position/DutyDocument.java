package io.storeops.position;

import static io.storeops.position.DocumentFields.constant;
import static io.storeops.position.DocumentFields.each;
import static io.storeops.position.DocumentFields.member;

import io.storeops.evidence.EvidenceNeed;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the duties stand in a roster's document. */
final class DutyDocument {
    private static final String SUMMARY_DUE = "summaryDue";
    private static final String BEFORE = "before";
    private static final String DURING = "during";
    private static final String AFTER = "after";

    /** What is checked after an activity where the roster does not say (D34) [A]. */
    private static final Map<ActivityRules.Kind, List<String>> AFTERWARDS = Map.of(
            ActivityRules.Kind.DAILY, List.of("RESTORE_PRICE", "RESTORE_PAGE"),
            ActivityRules.Kind.MAJOR_CAMPAIGN, List.of("REMOVE_SUBTITLE", "REMOVE_RECOMMENDATION", "REMOVE_SLOT"),
            ActivityRules.Kind.THIRD_PARTY, List.of());

    private static final Set<String> MEMBERS = Set.of(
            "id",
            "module",
            "name",
            "en",
            "cadence",
            "urgency",
            "evidence",
            "permission",
            "kpi",
            "subjects",
            "categories",
            "steps",
            "checklists",
            "sections",
            "to",
            "from",
            "with",
            "escalateTo",
            "level2",
            SUMMARY_DUE);

    private DutyDocument() {}

    static Map<String, Duty> read(List<JsonReader> places) {
        Map<String, Duty> duties = new LinkedHashMap<>();
        for (JsonReader place : places) {
            Duty duty = read(place);
            if (duties.put(duty.id(), duty) != null) {
                throw place.member("id").refusal("is the id of two duties");
            }
        }
        return duties;
    }

    private static Duty read(JsonReader place) {
        place.onlyMembers(MEMBERS);
        JsonReader id = place.member("id");
        return id.whole(
                "is not a duty",
                () -> new Duty(
                        id.as("is not a duty id (expected something like 1.1)", Duty::id),
                        module(place.member("module")),
                        place.text("name"),
                        place.text("en"),
                        cadence(place),
                        constant(place.member("urgency"), "an urgency", Duty.Urgency.class),
                        evidence(place.member("evidence")),
                        DocumentFields.right(place.member("permission")),
                        each(place, "kpi", kpi -> kpi.as("is not a KPI (expected something like K1.1)", Duty::kpi)),
                        content(place),
                        parties(place)));
    }

    private static int module(JsonReader place) {
        long module = place.number();
        if (module < 1 || module > 5) {
            throw place.refusal("is not a module (expected 1 to 5)");
        }
        return (int) module;
    }

    private static List<EvidenceNeed> evidence(JsonReader place) {
        List<EvidenceNeed> needs = each(
                place,
                need -> need.as(
                        "is not a kind of evidence (expected something like SCREENSHOT or FEEDBACK:ORAL|REPORT)",
                        EvidenceNeed::parse));
        if (needs.isEmpty()) {
            throw place.refusal("names no evidence, so nothing would prove that the duty was done");
        }
        return needs;
    }

    private static Duty.Content content(JsonReader place) {
        return new Duty.Content(
                words(place, "subjects"),
                words(place, "categories"),
                words(place, "steps"),
                place.findMember("checklists").map(DutyDocument::checklists).orElseGet(TreeMap::new),
                words(place, "sections"));
    }

    private static Cadence cadence(JsonReader place) {
        Cadence cadence = CadenceDocument.read(place.member("cadence"));
        Optional<JsonReader> summary = place.findMember(SUMMARY_DUE);
        if (summary.isEmpty()) {
            return cadence;
        }
        if (!(cadence instanceof Cadence.PerTask)) {
            throw summary.get()
                    .refusal("is the due of a summary of tasks, which a duty of cadence " + cadence.kind()
                            + " does not have");
        }
        return new Cadence.PerTask(DocumentFields.time(summary.get()));
    }

    private static SortedMap<ActivityRules.Kind, Duty.Checklist> checklists(JsonReader place) {
        SortedMap<ActivityRules.Kind, Duty.Checklist> checklists = new TreeMap<>();
        for (String name : place.names()) {
            ActivityRules.Kind kind = RulesDocument.kind(DocumentFields.key(place, name));
            checklists.put(kind, checklist(place.member(name), AFTERWARDS.getOrDefault(kind, List.of())));
        }
        return checklists;
    }

    /** The checks by phase, or one list for before and during (D34). */
    private static Duty.Checklist checklist(JsonReader place, List<String> afterwards) {
        if (place.value() instanceof Json.Arr) {
            List<String> checks = words(place);
            return new Duty.Checklist(checks, checks, afterwards);
        }
        place.onlyMembers(Set.of(BEFORE, DURING, AFTER));
        return new Duty.Checklist(
                words(place, BEFORE), words(place, DURING), member(place, AFTER, DutyDocument::words, afterwards));
    }

    private static Json write(Duty.Checklist checklist) {
        return new DocumentMembers()
                .put(BEFORE, DocumentMembers.texts(checklist.before()))
                .put(DURING, DocumentMembers.texts(checklist.during()))
                .put(AFTER, DocumentMembers.texts(checklist.after()))
                .build();
    }

    private static Duty.Parties parties(JsonReader place) {
        return new Duty.Parties(
                words(place, "to"),
                words(place, "from"),
                words(place, "with"),
                place.findMember("escalateTo").map(DocumentFields::role),
                place.findMember("level2").map(DocumentFields::role));
    }

    private static List<String> words(JsonReader place, String name) {
        return member(place, name, DutyDocument::words, List.of());
    }

    private static List<String> words(JsonReader place) {
        return each(place, DocumentFields::word);
    }

    static Json write(Duty duty) {
        Duty.Content content = duty.content();
        Duty.Parties parties = duty.parties();
        return new DocumentMembers()
                .text("id", duty.id())
                .put("module", Json.of(duty.module()))
                .text("name", duty.name())
                .text("en", duty.english())
                .put("cadence", CadenceDocument.write(duty.cadence()))
                .text("urgency", duty.urgency())
                .texts("evidence", duty.evidence())
                .text("permission", duty.permission())
                .texts("kpi", duty.kpi())
                .texts("subjects", content.subjects())
                .texts("categories", content.categories())
                .texts("steps", content.steps())
                .map("checklists", content.checklists(), DutyDocument::write)
                .texts("sections", content.sections())
                .texts("to", parties.to())
                .texts("from", parties.from())
                .texts("with", parties.with())
                .text("escalateTo", parties.escalateTo())
                .text("level2", parties.level2())
                .text(SUMMARY_DUE, summaryDue(duty.cadence()))
                .build();
    }

    private static Optional<LocalTime> summaryDue(Cadence cadence) {
        return cadence instanceof Cadence.PerTask each ? Optional.of(each.summaryDue()) : Optional.empty();
    }
}

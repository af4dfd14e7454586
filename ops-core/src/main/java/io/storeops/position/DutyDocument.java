package io.storeops.position;

import io.storeops.evidence.EvidenceNeed;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the duties stand in a roster's document. */
final class DutyDocument {
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
            "level2");

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
        try {
            return new Duty(
                    id.as("is no duty id (expected as in 1.1)", Duty::id),
                    module(place.member("module")),
                    place.text("name"),
                    place.text("en"),
                    CadenceDocument.read(place.member("cadence")),
                    DocumentFields.constant(place.member("urgency"), "urgency", Urgency.class),
                    evidence(place.member("evidence")),
                    DocumentFields.right(place.member("permission")),
                    DocumentFields.each(place, "kpi", kpi -> kpi.as("is no KPI (expected as in K1.1)", Duty::kpi)),
                    content(place),
                    parties(place));
        } catch (DocumentException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw DocumentFields.refused(id, "is no duty", e);
        }
    }

    private static int module(JsonReader place) {
        long module = place.number();
        if (module < 1 || module > 5) {
            throw place.refusal("is no module (expected 1 to 5)");
        }
        return (int) module;
    }

    private static List<EvidenceNeed> evidence(JsonReader place) {
        List<EvidenceNeed> needs = DocumentFields.each(
                place,
                need -> need.as(
                        "asks for no evidence (expected as in SCREENSHOT or FEEDBACK:ORAL|REPORT)",
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

    private static SortedMap<String, List<String>> checklists(JsonReader place) {
        SortedMap<String, List<String>> checklists = new TreeMap<>();
        for (String kind : place.names()) {
            DocumentFields.key(place, kind, "is no kind of activity (expected as in MAJOR_CAMPAIGN)", Duty::word);
            checklists.put(kind, DocumentFields.each(place.member(kind), DocumentFields::word));
        }
        return checklists;
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
        return DocumentFields.each(place, name, DocumentFields::word);
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
                .map("checklists", content.checklists(), DocumentMembers::texts)
                .texts("sections", content.sections())
                .texts("to", parties.to())
                .texts("from", parties.from())
                .texts("with", parties.with())
                .text("escalateTo", parties.escalateTo())
                .text("level2", parties.level2())
                .build();
    }
}

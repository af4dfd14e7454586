package io.storeops.position;

import static io.storeops.position.DocumentFields.constant;
import static io.storeops.position.DocumentFields.each;
import static io.storeops.position.DocumentFields.findText;
import static io.storeops.position.DocumentFields.map;
import static io.storeops.position.DocumentFields.member;

import io.storeops.id.IdText;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.position.PositionDescription.Career;
import io.storeops.position.PositionDescription.Environment;
import io.storeops.position.PositionDescription.Identification;
import io.storeops.position.PositionDescription.PositionClass;
import io.storeops.position.PositionDescription.Purpose;
import io.storeops.position.PositionDescription.Relations;
import io.storeops.position.PositionDescription.ReportingLines;
import io.storeops.position.PositionDescription.SignOff;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the position description stands in a roster's document. */
final class PositionDocument {
    private static final Set<String> MEMBERS = Set.of(
            "version",
            "effectiveFrom",
            "documentNo",
            "organisation",
            "code",
            "title",
            "titleEn",
            "centre",
            "department",
            "payBand",
            "headcount",
            "positionClass",
            "purpose",
            "purposeZh",
            "compiledBy",
            "reviewedBy",
            "approvedBy",
            "role",
            "reportsTo",
            "reporting",
            "internal",
            "external",
            "promotion",
            "rotation",
            "environment",
            "profile");

    private static final Set<String> ENVIRONMENT_MEMBERS =
            Set.of("hours", "place", "surroundings", "intensity", "tools");

    private PositionDocument() {}

    static PositionDescription read(JsonReader place) {
        place.onlyMembers(MEMBERS);
        return new PositionDescription(
                place.member("version").as("is not a version", text -> IdText.checked("version", text)),
                DocumentFields.bound(place.member("effectiveFrom")),
                identification(place),
                new Purpose(findText(place, "purpose"), findText(place, "purposeZh")),
                new SignOff(
                        findText(place, "compiledBy"), findText(place, "reviewedBy"), findText(place, "approvedBy")),
                new ReportingLines(
                        member(place, "role", DocumentFields::role, ReportingLines.DEFAULT_ROLE),
                        place.findMember("reportsTo").map(DocumentFields::role),
                        map(place, "reporting", DocumentFields::role, DocumentFields::role)),
                new Relations(texts(place, "internal"), texts(place, "external")),
                new Career(
                        each(place, "promotion", DocumentFields::role), each(place, "rotation", DocumentFields::word)),
                environment(place.findMember("environment").orElse(empty(place))),
                profile(place.findMember("profile").orElse(empty(place))));
    }

    private static JsonReader empty(JsonReader place) {
        return new JsonReader(place.document(), place.path(), Json.object(Map.of()));
    }

    private static Identification identification(JsonReader place) {
        return new Identification(
                findText(place, "documentNo"),
                findText(place, "organisation"),
                findText(place, "code"),
                findText(place, "title"),
                findText(place, "titleEn"),
                findText(place, "centre"),
                findText(place, "department"),
                findText(place, "payBand"),
                place.findMember("headcount").map(PositionDocument::headcount),
                place.findMember("positionClass")
                        .map(ticked -> constant(ticked, "a class of posts", PositionClass.class)));
    }

    private static long headcount(JsonReader place) {
        long headcount = place.number();
        if (headcount < 0) {
            throw place.refusal("is negative");
        }
        return headcount;
    }

    private static Environment environment(JsonReader place) {
        place.onlyMembers(ENVIRONMENT_MEMBERS);
        return new Environment(
                findText(place, "hours"),
                findText(place, "place"),
                findText(place, "surroundings"),
                findText(place, "intensity"),
                texts(place, "tools"));
    }

    private static Json.Obj profile(JsonReader place) {
        if (!(place.value() instanceof Json.Obj profile)) {
            throw place.refusal("is not an object");
        }
        return profile;
    }

    private static List<String> texts(JsonReader place, String name) {
        return each(place, name, JsonReader::text);
    }

    static Json write(PositionDescription position) {
        Identification identification = position.identification();
        DocumentMembers members = new DocumentMembers()
                .text("version", position.version())
                .text("effectiveFrom", position.effectiveFrom())
                .text("documentNo", identification.documentNo())
                .text("organisation", identification.organisation())
                .text("code", identification.code())
                .text("title", identification.title())
                .text("titleEn", identification.titleEn())
                .text("centre", identification.centre())
                .text("department", identification.department())
                .text("payBand", identification.payBand())
                .number("headcount", identification.headcount())
                .text("positionClass", identification.positionClass());
        return writePeople(position, members).build();
    }

    private static DocumentMembers writePeople(PositionDescription position, DocumentMembers members) {
        ReportingLines reporting = position.reporting();
        members.text("purpose", position.purpose().english())
                .text("purposeZh", position.purpose().chinese())
                .text("compiledBy", position.signOff().compiledBy())
                .text("reviewedBy", position.signOff().reviewedBy())
                .text("approvedBy", position.signOff().approvedBy())
                .text("role", reporting.role())
                .text("reportsTo", reporting.reportsTo())
                .map("reporting", reporting.others(), superior -> Json.of(superior.name()))
                .texts("internal", position.relations().internal())
                .texts("external", position.relations().external())
                .texts("promotion", position.career().promotion())
                .texts("rotation", position.career().rotation());
        Json.Obj environment = environment(position.environment());
        if (!environment.members().isEmpty()) {
            members.put("environment", environment);
        }
        return position.profile().members().isEmpty() ? members : members.put("profile", position.profile());
    }

    private static Json.Obj environment(Environment environment) {
        return new DocumentMembers()
                .text("hours", environment.hours())
                .text("place", environment.place())
                .text("surroundings", environment.surroundings())
                .text("intensity", environment.intensity())
                .texts("tools", environment.tools())
                .build();
    }
}

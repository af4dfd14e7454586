package io.storeops.position;

import static io.storeops.position.DocumentFields.atLeast;
import static io.storeops.position.DocumentFields.constant;
import static io.storeops.position.DocumentFields.each;
import static io.storeops.position.DocumentFields.member;

import io.storeops.authority.Confidentiality;
import io.storeops.authority.DataClass;
import io.storeops.authority.Limit;
import io.storeops.authority.Role;
import io.storeops.id.IdText;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How limits, confidentiality and the limits of evidence stand in a roster's document. */
final class SettingsDocument {
    /** Where the default roster lets data of each class go (R13) [A]. */
    private static final Map<DataClass, Set<String>> CHANNELS = Map.of(
            DataClass.SALES, Set.of("DATA_GROUP", "MAIL"),
            DataClass.COMPETITOR, Set.of("DATA_GROUP", "MAIL"),
            DataClass.OPERATIONS, Set.of("WORK_GROUP", "OA", "MAIL"),
            DataClass.EVIDENCE, Set.of("WORK_GROUP", "OA", "MAIL"),
            DataClass.AUDIT, Set.of("MAIL"));

    private SettingsDocument() {}

    static Limit limit(JsonReader limit) {
        limit.onlyMembers(Set.of("name", "act", "per", "perDay"));
        return new Limit(
                limit.member("name").as("is not a name of a limit", name -> IdText.checked("limit", name)),
                limit.member("act").as("is not an act (expected something like SUBMIT_SUGGESTION)", Duty::word),
                new HashSet<>(each(limit, "per", per -> constant(per, "a thing to count by", Limit.Per.class))),
                atLeast(1, limit.member("perDay")));
    }

    static Json write(Limit limit) {
        return new DocumentMembers()
                .text("name", limit.name())
                .text("act", limit.act())
                .texts("per", limit.per())
                .number("perDay", limit.perDay())
                .build();
    }

    static Confidentiality confidentiality(JsonReader confidentiality) {
        confidentiality.onlyMembers(
                Stream.of(DataClass.values()).map(Enum::name).collect(Collectors.toSet()));
        Map<DataClass, Confidentiality.Rule> rules = new EnumMap<>(DataClass.class);
        for (DataClass data : DataClass.values()) {
            confidentiality.findMember(data.name()).ifPresent(place -> rules.put(data, rule(place)));
        }
        return Confidentiality.of(rules);
    }

    private static Confidentiality.Rule rule(JsonReader place) {
        place.onlyMembers(Set.of("channels", "roles"));
        return new Confidentiality.Rule(
                new HashSet<>(each(place.member("channels"), DocumentFields::word)),
                new HashSet<>(each(place.member("roles"), DocumentFields::role)));
    }

    /** The default roster's rule, as far as a roster has its channels: every role sees every class. */
    static Confidentiality confidentiality(Set<Role> roles, Set<String> channels) {
        Map<DataClass, Confidentiality.Rule> rules = new EnumMap<>(DataClass.class);
        CHANNELS.forEach((data, named) -> {
            Set<String> open = new HashSet<>(named);
            if (!channels.isEmpty()) {
                open.retainAll(channels);
            }
            rules.put(data, new Confidentiality.Rule(open, roles));
        });
        return Confidentiality.of(rules);
    }

    static Json write(Confidentiality confidentiality) {
        return DocumentMembers.object(
                confidentiality.rules(),
                rule -> new DocumentMembers()
                        .put("channels", DocumentMembers.texts(rule.channels()))
                        .put("roles", DocumentMembers.texts(rule.roles()))
                        .build());
    }

    static Rules.EvidenceLimits evidence(JsonReader evidence) {
        evidence.onlyMembers(Set.of("maxBytes", "contentTypes"));
        return new Rules.EvidenceLimits(
                member(evidence, "maxBytes", bytes -> atLeast(1, bytes), Rules.EvidenceLimits.DEFAULT.maxBytes()),
                member(
                        evidence,
                        "contentTypes",
                        SettingsDocument::contentTypes,
                        Rules.EvidenceLimits.DEFAULT.contentTypes()));
    }

    private static Set<String> contentTypes(JsonReader types) {
        return new HashSet<>(each(
                types,
                type -> type.as(
                        "is not a media type (expected something like image/png)", Rules.EvidenceLimits::contentType)));
    }

    static Json write(Rules.EvidenceLimits evidence) {
        return new DocumentMembers()
                .number("maxBytes", evidence.maxBytes())
                .put("contentTypes", DocumentMembers.texts(evidence.contentTypes()))
                .build();
    }
}

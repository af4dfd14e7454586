package io.storeops.position;

import io.storeops.authority.Confidentiality;
import io.storeops.authority.DataClass;
import io.storeops.authority.Limit;
import io.storeops.authority.Role;
import io.storeops.id.IdText;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How channels, baselines, time limits, limits, confidentiality and the limits of evidence stand in a roster's document. */
final class SettingsDocument {
    /** Where the default roster lets data of each class go (R13) [A]. */
    private static final Map<DataClass, Set<String>> CHANNELS = Map.of(
            DataClass.SALES, Set.of("DATA_GROUP", "MAIL"),
            DataClass.COMPETITOR, Set.of("DATA_GROUP", "MAIL"),
            DataClass.OPERATIONS, Set.of("WORK_GROUP", "OA", "MAIL"),
            DataClass.EVIDENCE, Set.of("WORK_GROUP", "OA", "MAIL"),
            DataClass.AUDIT, Set.of("MAIL"));

    private static final Set<String> BASELINES = Stream.of(Baselines.DECIMALS, Baselines.NUMBERS, Baselines.DURATIONS)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private SettingsDocument() {}

    static SortedMap<String, String> channels(JsonReader channels) {
        SortedMap<String, String> found = new TreeMap<>();
        for (String name : channels.names()) {
            DocumentFields.key(channels, name, "is no name of a channel (expected as in DATA_GROUP)", Duty::word);
            found.put(
                    name,
                    channels.member(name)
                            .onlyMembers(Set.of("type"))
                            .member("type")
                            .as("is no type of channel (expected as in wechat)", type -> IdText.checked("type", type)));
        }
        return found;
    }

    static Json write(String channelType) {
        return new DocumentMembers().text("type", channelType).build();
    }

    static Baselines baselines(JsonReader baselines) {
        baselines.onlyMembers(BASELINES);
        SortedMap<String, BigDecimal> decimals = new TreeMap<>();
        SortedMap<String, Long> numbers = new TreeMap<>();
        SortedMap<String, Duration> durations = new TreeMap<>();
        Baselines.DECIMALS.forEach(
                name -> baselines.findMember(name).ifPresent(place -> decimals.put(name, decimal(place))));
        Baselines.NUMBERS.forEach(
                name -> baselines.findMember(name).ifPresent(place -> numbers.put(name, atLeastOne(place))));
        Baselines.DURATIONS.forEach(name ->
                baselines.findMember(name).ifPresent(place -> durations.put(name, DocumentFields.duration(place))));
        return new Baselines(decimals, numbers, durations);
    }

    private static BigDecimal decimal(JsonReader place) {
        // Text, because 4.80 and 4.8 are one number in JSON, but not one precision.
        return place.as("is not a decimal of 0 or more (expected as in \"4.80\")", Baselines::parseDecimal);
    }

    private static long atLeastOne(JsonReader place) {
        long number = place.number();
        if (number < 1) {
            throw place.refusal("is below 1");
        }
        return number;
    }

    static Json write(Baselines baselines) {
        DocumentMembers members = new DocumentMembers();
        baselines.decimals().forEach((name, value) -> members.text(name, value.toPlainString()));
        baselines.numbers().forEach((name, value) -> members.put(name, Json.of(value)));
        baselines.durations().forEach(members::text);
        return members.build();
    }

    static SortedMap<String, Duration> sla(JsonReader sla) {
        sla.onlyMembers(Set.copyOf(Roster.SLA_NAMES));
        SortedMap<String, Duration> found = new TreeMap<>();
        Roster.SLA_NAMES.forEach(
                name -> sla.findMember(name).ifPresent(place -> found.put(name, DocumentFields.duration(place))));
        return found;
    }

    static Limit limit(JsonReader limit) {
        limit.onlyMembers(Set.of("name", "act", "per", "perDay"));
        return new Limit(
                limit.member("name").as("is no name of a limit", name -> IdText.checked("limit", name)),
                limit.member("act").as("is no act (expected as in SUBMIT_SUGGESTION)", Duty::word),
                new HashSet<>(DocumentFields.each(
                        limit, "per", per -> DocumentFields.constant(per, "thing to count by", Limit.Per.class))),
                atLeastOne(limit.member("perDay")));
    }

    static Json write(Limit limit) {
        return new DocumentMembers()
                .text("name", limit.name())
                .text("act", limit.act())
                .texts("per", limit.per())
                .put("perDay", Json.of(limit.perDay()))
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
                new HashSet<>(DocumentFields.each(place.member("channels"), DocumentFields::word)),
                new HashSet<>(DocumentFields.each(place.member("roles"), DocumentFields::role)));
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

    static EvidenceLimits evidence(JsonReader evidence) {
        evidence.onlyMembers(Set.of("maxBytes", "contentTypes"));
        List<String> contentTypes = DocumentFields.each(
                evidence,
                "contentTypes",
                type -> type.as("is no media type (expected as in image/png)", EvidenceLimits::contentType));
        return new EvidenceLimits(
                evidence.findMember("maxBytes")
                        .map(SettingsDocument::atLeastOne)
                        .orElse(EvidenceLimits.DEFAULT.maxBytes()),
                evidence.findMember("contentTypes").isEmpty()
                        ? EvidenceLimits.DEFAULT.contentTypes()
                        : new HashSet<>(contentTypes));
    }

    static Json write(EvidenceLimits evidence) {
        return new DocumentMembers()
                .put("maxBytes", Json.of(evidence.maxBytes()))
                .put("contentTypes", DocumentMembers.texts(evidence.contentTypes()))
                .build();
    }
}

package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.Header;
import io.storeops.adapter.csv.file.IdCleaning;
import io.storeops.adapter.csv.file.NumberStyle;
import io.storeops.adapter.csv.file.TimeNumber;
import io.storeops.adapter.csv.file.TimePattern;
import io.storeops.adapter.csv.file.TimeText;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.spi.ShownText;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a profile document. Every member is known, every rule is checked; a refusal says path, value and rule. */
final class ProfileDocument {
    private static final Set<String> MEMBERS = Stream.concat(
                    SheetDocument.members(),
                    Stream.of(
                            "doc",
                            "source",
                            "encoding",
                            "delimiter",
                            "header",
                            "personal",
                            "missing",
                            "passedOver",
                            "quotes",
                            "joined",
                            "rows",
                            "lastLineEnd",
                            "ids",
                            "longIds",
                            "numbers",
                            "times",
                            "currency",
                            "orders",
                            "readings"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> HEADER_MEMBERS = Set.of("columns", "optional", "match", "within", "aliases");
    private static final Set<String> NUMBER_MEMBERS = Set.of("decimal", "thousands", "prefixes", "suffixes");
    private static final Pattern PERCENT = Pattern.compile("[%\uFF05\u2030]");
    private static final Set<String> TIME_MEMBERS = Set.of("patterns", "zone");

    private ProfileDocument() {}

    /**
     * Reads a profile.
     *
     * @param name how the profile is called
     * @param document the document
     * @throws DocumentException if the document breaks a rule
     */
    static Profile read(String name, Json document) {
        JsonReader root = JsonReader.root("profile " + name, document).onlyMembers(MEMBERS);
        root.findMember("doc").ifPresent(doc -> doc.elements().forEach(JsonReader::text));
        root.findMember("source").ifPresent(ShapeDocument::source);
        Header header = header(root.member("header"));
        Set<String> personal = columns(root, "personal", header);
        Optional<JsonReader> times = root.findMember("times").map(place -> place.onlyMembers(TIME_MEMBERS));
        ShapeDocument shapes = new ShapeDocument(header, personal);
        RowShape shape = shapes.shape(root);
        RoleColumns roles = new RoleColumns(header, personal, shape.joined().keySet());
        LayoutDocument layouts = new LayoutDocument(roles, shape.conditions().keySet());
        Profile profile = new Profile(
                name,
                root.member("encoding")
                        .as("is not an encoding (expected something like UTF-8 or GB18030)", Charset::forName),
                root.findMember("delimiter").map(ProfileDocument::delimiter).orElse(','),
                header,
                personal,
                shape,
                new HashSet<>(texts(root, "missing")),
                root.findMember("lastLineEnd")
                        .map(word -> RoleColumns.constant(word, Profile.LastLineEnd.class))
                        .orElse(Profile.LastLineEnd.REQUIRED),
                root.findMember("ids").map(ProfileDocument::cleanings).orElse(List.of()),
                root.findMember("longIds").map(JsonReader::flag).orElse(false),
                root.findMember("numbers").map(ProfileDocument::numbers).orElse(NumberStyle.PLAIN),
                times.map(place -> patterns(place.member("patterns"))).orElse(List.of()),
                times.flatMap(place -> place.findMember("zone"))
                        .map(zone -> zone.as("is not a time zone (expected something like Asia/Shanghai)", ZoneId::of)),
                root.findMember("currency")
                        .map(code -> code.as("is not a currency (expected something like CNY)", Currency::getInstance)),
                root.findMember("orders").map(layouts::orders),
                root.findMember("readings").map(layouts::readings),
                new SheetDocument(roles).read(root));
        requireTimes(root, profile);
        return profile;
    }

    private static Header header(JsonReader place) {
        place.onlyMembers(HEADER_MEMBERS);
        List<String> columns = texts(place, "columns");
        if (columns.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
            throw place.member("columns").refusal("is not a header (expected at least one name, none of them twice)");
        }
        Header.Match match = RoleColumns.constant(place.member("match"), Header.Match.class);
        List<String> optional = texts(place, "optional");
        Set<String> twice = new HashSet<>(columns);
        if (!optional.stream().allMatch(twice::add) || (!optional.isEmpty() && match != Header.Match.AT_LEAST)) {
            throw place.member("optional")
                    .refusal("are not further columns (expected, with the match AT_LEAST, names that do not stand in"
                            + " header.columns, none of them twice)");
        }
        for (JsonReader column : Stream.concat(
                        place.elements("columns").stream(),
                        place.findMember("optional").stream().flatMap(names -> names.elements().stream()))
                .toList()) {
            if (!column.text().equals(column.text().strip())) {
                throw column.refusal("has white space around it; names are compared after trimming");
            }
        }
        return new Header(
                columns,
                optional,
                match,
                place.findMember("within").map(ShapeDocument::within).orElse(1),
                place.findMember("aliases")
                        .map(names -> ShapeDocument.aliases(names, columns, optional))
                        .orElse(Map.of()));
    }

    private static Set<String> columns(JsonReader root, String member, Header header) {
        Set<String> columns = new HashSet<>();
        for (JsonReader column :
                root.findMember(member).map(JsonReader::elements).orElse(List.of())) {
            columns.add(column.text());
            if (header.match() != Header.Match.AT_LEAST && !header.has(column.text())) {
                throw column.refusal("is not a column of the header; columns: " + header.columns());
            }
        }
        return columns;
    }

    private static List<String> texts(JsonReader place, String member) {
        return place.findMember(member)
                .map(texts -> texts.elements().stream().map(JsonReader::text).toList())
                .orElse(List.of());
    }

    private static char delimiter(JsonReader place) {
        char delimiter = character(place);
        if ("\"\r\n\0\uFEFF".indexOf(delimiter) >= 0) {
            throw place.refusal("cannot stand between fields (expected something like , or ; or a tab)");
        }
        return delimiter;
    }

    private static char character(JsonReader place) {
        if (place.text().length() != 1) {
            throw place.refusal("is not one character");
        }
        return place.text().charAt(0);
    }

    private static List<IdCleaning> cleanings(JsonReader place) {
        return place.elements().stream()
                .map(element -> RoleColumns.constant(element, IdCleaning.class))
                .toList();
    }

    private static NumberStyle numbers(JsonReader place) {
        place.onlyMembers(NUMBER_MEMBERS);
        Optional<JsonReader> decimal = place.findMember("decimal");
        decimal.ifPresent(mark -> {
            if (".,".indexOf(character(mark)) < 0) {
                throw mark.refusal("is not a decimal mark (expected . or ,)");
            }
        });
        char point = decimal.map(ProfileDocument::character).orElse('.');
        Optional<JsonReader> thousands = place.findMember("thousands");
        thousands.ifPresent(mark -> {
            if ("+-0123456789".indexOf(character(mark)) >= 0 || character(mark) == point) {
                throw mark.refusal("cannot stand between groups of digits, because it is part of a number");
            }
        });
        for (String member : List.of("prefixes", "suffixes")) {
            for (JsonReader affix :
                    place.findMember(member).map(JsonReader::elements).orElse(List.of())) {
                if (PERCENT.matcher(affix.text()).find()) {
                    throw affix.refusal(
                            "is a percent sign, which changes what a number says; a rate is read as one under"
                                    + " health.indicators, and no other column has percentages");
                }
            }
        }
        return new NumberStyle(
                point, thousands.map(ProfileDocument::character), texts(place, "prefixes"), texts(place, "suffixes"));
    }

    /** Patterns, of which no two read one text as two times. */
    static List<TimeText> patterns(JsonReader place) {
        List<TimeText> patterns = new ArrayList<>();
        for (JsonReader element : place.elements()) {
            TimeText pattern = pattern(element);
            for (TimeText before : patterns) {
                before.confusedWith(pattern)
                        .or(() -> pattern.confusedWith(before))
                        .ifPresent(text -> {
                            throw element.refusal("and '" + before + "' read " + ShownText.of(text)
                                    + " as two different times; keep the one in which the files are written");
                        });
            }
            patterns.add(pattern);
        }
        return patterns;
    }

    private static TimeText pattern(JsonReader place) {
        Optional<TimeNumber> number = TimeNumber.find(place.text());
        if (number.isPresent()) {
            return number.get();
        }
        try {
            return TimePattern.parse(place.text());
        } catch (IllegalArgumentException e) {
            throw RoleColumns.caused(place.refusal("is not a pattern: " + e.getMessage()), e);
        }
    }

    private static void requireTimes(JsonReader root, Profile profile) {
        boolean days = profile.readings()
                .map(layout -> layout.columns().containsKey(ReadingLayout.Role.DAY)
                        && !layout.columns().containsKey(ReadingLayout.Role.OBSERVED_AT))
                .orElse(true);
        boolean needed = profile.orders().isPresent()
                || profile.readings().filter(ReadingLayout::timed).isPresent()
                || profile.sheets().timed();
        if (needed && profile.times().isEmpty()) {
            throw root.refusal("needs times.patterns: how dates and times are written");
        }
        boolean untimed = profile.times().stream().anyMatch(pattern -> !pattern.timed());
        if (untimed && (profile.orders().isPresent() || !days)) {
            throw root.member("times")
                    .refusal("has a pattern without an hour, but needs the time of day; present: "
                            + Arrays.toString(profile.times().toArray()));
        }
    }
}

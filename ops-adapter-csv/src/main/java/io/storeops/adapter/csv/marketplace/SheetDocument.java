package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.NamedPeriod;
import io.storeops.adapter.csv.marketplace.HealthLayout.Figure;
import io.storeops.adapter.csv.marketplace.HealthLayout.Scale;
import io.storeops.adapter.csv.marketplace.ListingLayout.Kind;
import io.storeops.adapter.csv.marketplace.ListingLayout.Role;
import io.storeops.adapter.csv.marketplace.Sheets.BookRole;
import io.storeops.adapter.csv.marketplace.Sheets.RivalRole;
import io.storeops.adapter.csv.marketplace.Sheets.StockRole;
import io.storeops.inspection.RuleKey;
import io.storeops.json.JsonReader;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the part of a profile that says how a row is a state. Every member is known, every rule is checked. */
final class SheetDocument {
    private static final Set<String> SHEET_MEMBERS = Set.of("columns", "amounts", "asOf", "files");
    private static final Set<String> LISTING_MEMBERS =
            Set.of("kinds", "options", "attributes", "hidden", "soldOut", "emptyStock");
    private static final Set<String> INDICATOR_MEMBERS =
            Set.of("category", "metric", "columns", "scale", "definition", "window");

    /** What the files of a folder are to each other. */
    private enum Files {
        PARTS,
        SNAPSHOTS
    }

    /** What a SKU is that has no number of units and is not sold out. */
    private enum EmptyStock {
        MISSING,
        UNTRACKED
    }

    private final RoleColumns roles;

    SheetDocument(RoleColumns roles) {
        this.roles = roles;
    }

    Sheets read(JsonReader root) {
        return new Sheets(
                root.findMember("listings").map(this::listings),
                root.findMember("stock")
                        .map(place -> sheet(place, Set.of(), StockRole.class, StockRole.SKU, StockRole.UNITS)),
                root.findMember("priceBook")
                        .map(place -> sheet(place, Set.of(), BookRole.class, BookRole.SKU, BookRole.PRICE)),
                root.findMember("competitors").map(place -> sheet(place, Set.of(), RivalRole.class, RivalRole.ITEM)),
                root.findMember("health").map(this::health));
    }

    @SafeVarargs
    private <R extends Enum<R>> Sheet<R> sheet(JsonReader place, Set<String> further, Class<R> type, R... needed) {
        Set<String> members = new HashSet<>(SHEET_MEMBERS);
        members.addAll(further);
        place.onlyMembers(members);
        Map<R, String> columns = place.findMember("columns")
                .map(named -> roles.columns(named, type, true))
                .orElse(Map.of());
        for (R role : needed) {
            String member = RoleColumns.member(role);
            roles.requireAlways(place.member("columns").member(member));
        }
        return new Sheet<>(
                RoleColumns.unit(place),
                columns,
                place.findMember("asOf").map(this::asOf).orElse(AsOf.UNSAID),
                place.findMember("files")
                        .map(word -> RoleColumns.constant(word, Files.class) == Files.SNAPSHOTS)
                        .orElse(true));
    }

    private AsOf asOf(JsonReader place) {
        place.onlyMembers(Set.of("names", "column", "fileTime"));
        List<NamedPeriod> names =
                place.findMember("names").map(RoleColumns::namedPeriods).orElse(List.of());
        Optional<String> column = place.findMember("column").map(roles::requireAlways);
        boolean fileTime = place.findMember("fileTime").map(JsonReader::flag).orElse(false);
        if (names.isEmpty() && column.isEmpty() && !fileTime) {
            throw place.refusal("says no instant (expected names, column or fileTime)");
        }
        return new AsOf(names, column, fileTime);
    }

    private ListingLayout listings(JsonReader place) {
        Sheet<Role> sheet = sheet(place, LISTING_MEMBERS, Role.class, Role.ITEM);
        Set<Role> roles = sheet.columns().keySet();
        Map<String, Kind> kinds =
                place.findMember("kinds").map(SheetDocument::kinds).orElse(Map.of());
        if (roles.contains(Role.KIND) == kinds.isEmpty()) {
            throw place.refusal("has kinds, the words of a column, exactly if there is columns.kind");
        }
        if (kinds.containsValue(Kind.SKU) != roles.contains(Role.PARENT)) {
            throw place.refusal(
                    "has columns.parent, the item of a row of the kind SKU, exactly if there is such a kind");
        }
        return new ListingLayout(
                sheet,
                kinds,
                place.findMember("options").map(this::options).orElse(new ListingLayout.Options(List.of(), Set.of())),
                place.findMember("attributes")
                        .map(this::attributes)
                        .orElse(new ListingLayout.Attributes(List.of(), Map.of())),
                new ListingLayout.States(
                        place.findMember("hidden").map(this::words).orElse(Map.of()),
                        place.findMember("soldOut").map(this::words).orElse(Map.of()),
                        place.findMember("emptyStock")
                                .map(word -> RoleColumns.constant(word, EmptyStock.class) == EmptyStock.UNTRACKED)
                                .orElse(false)));
    }

    private static Map<String, Kind> kinds(JsonReader place) {
        Map<String, Kind> kinds = new HashMap<>();
        place.onlyMembers(
                new HashSet<>(Arrays.stream(Kind.values()).map(Kind::name).toList()));
        for (Kind kind : Kind.values()) {
            for (JsonReader word :
                    place.findMember(kind.name()).map(JsonReader::elements).orElse(List.of())) {
                if (kinds.put(word.text(), kind) != null) {
                    throw word.refusal("is the word of two kinds");
                }
            }
        }
        return kinds;
    }

    private ListingLayout.Options options(JsonReader place) {
        place.onlyMembers(Set.of("columns", "none"));
        return new ListingLayout.Options(
                place.elements("columns").stream().map(roles::column).toList(),
                new HashSet<>(place.findMember("none").map(RoleColumns::texts).orElse(List.of())));
    }

    private ListingLayout.Attributes attributes(JsonReader place) {
        place.onlyMembers(Set.of("columns", "pairs"));
        Map<String, String> pairs = new LinkedHashMap<>();
        place.findMember("pairs").ifPresent(names -> {
            for (String name : names.names()) {
                roles.requireColumn(names.member(name), name);
                pairs.put(name, roles.column(names.member(name)));
            }
        });
        return new ListingLayout.Attributes(
                place.findMember("columns").map(JsonReader::elements).orElse(List.of()).stream()
                        .map(roles::column)
                        .toList(),
                pairs);
    }

    private Map<String, Set<String>> words(JsonReader place) {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        for (String column : place.names()) {
            JsonReader member = place.member(column);
            roles.requireColumn(member, column);
            words.put(column, Set.copyOf(RoleColumns.texts(member)));
        }
        return words;
    }

    private HealthLayout health(JsonReader place) {
        Sheet<HealthLayout.Role> sheet = sheet(place, Set.of("indicators", "added"), HealthLayout.Role.class);
        List<HealthLayout.Indicator> indicators = new ArrayList<>();
        for (JsonReader element : place.elements("indicators")) {
            HealthLayout.Indicator indicator = indicator(element);
            if (indicators.stream().anyMatch(before -> before.key().equals(indicator.key()))) {
                throw element.refusal("is a second place of " + indicator.key());
            }
            indicators.add(indicator);
        }
        if (indicators.isEmpty()) {
            throw place.member("indicators").refusal("names no indicator");
        }
        return new HealthLayout(sheet, indicators, added(place, sheet, indicators));
    }

    /** Budgets of parts are not one of the whole, and a rate or a score is no sum. */
    private List<String> added(
            JsonReader place, Sheet<HealthLayout.Role> sheet, List<HealthLayout.Indicator> indicators) {
        Optional<JsonReader> member = place.findMember("added");
        List<String> added = new ArrayList<>();
        for (JsonReader column : member.map(JsonReader::elements).orElse(List.of())) {
            added.add(roles.requireAlways(column));
        }
        boolean sums = indicators.stream()
                .allMatch(indicator -> indicator.columns().keySet().equals(Set.of(Figure.SPENT)));
        if (member.isPresent()
                && (added.isEmpty() || !sums || sheet.asOf().column().isEmpty())) {
            throw member.get()
                    .refusal(
                            "cannot be added up (expected columns that tell rows of one subject and instant apart, asOf.column,"
                                    + " and indicators of spent alone)");
        }
        return added;
    }

    private HealthLayout.Indicator indicator(JsonReader place) {
        place.onlyMembers(INDICATOR_MEMBERS);
        Map<Figure, String> columns = roles.columns(place.member("columns"), Figure.class, true);
        Set<Figure> figures = columns.keySet();
        boolean stated = figures.contains(Figure.VALUE)
                && Set.of(Figure.VALUE, Figure.SAMPLE).containsAll(figures);
        boolean counted = figures.equals(Set.of(Figure.DIVIDEND, Figure.DIVISOR));
        boolean spent = figures.contains(Figure.SPENT)
                && Set.of(Figure.SPENT, Figure.BUDGET).containsAll(figures);
        if (!stated && !counted && !spent) {
            throw place.member("columns")
                    .refusal("is no figure (expected value, with sample where there is one; or dividend and divisor; or"
                            + " spent, with budget where there is one)");
        }
        if (place.findMember("scale").isPresent() && !stated) {
            throw place.member("scale").refusal("is how a value is written, and there is no column of one");
        }
        return new HealthLayout.Indicator(
                place.whole(
                        "is not an indicator",
                        () -> new RuleKey(
                                place.text("category"),
                                place.findMember("metric").map(JsonReader::text))),
                columns,
                place.findMember("scale")
                        .map(word -> RoleColumns.constant(word, Scale.class))
                        .orElse(Scale.PLAIN),
                place.findMember("definition").map(JsonReader::text),
                place.findMember("window")
                        .map(window -> window.as("is not a window (expected something like P30D)", Period::parse)));
    }

    /** The members of a profile that this class reads. */
    static Stream<String> members() {
        return Stream.of("listings", "stock", "priceBook", "competitors", "health");
    }
}

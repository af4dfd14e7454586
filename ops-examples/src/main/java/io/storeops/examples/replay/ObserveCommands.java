package io.storeops.examples.replay;

import io.storeops.catalog.Money;
import io.storeops.feed.Coverage;
import io.storeops.inspection.CompetitorPriceRule;
import io.storeops.inspection.PriceRule;
import io.storeops.inspection.RuleKey;
import io.storeops.inspection.StockRule;
import io.storeops.inspection.Tally;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.maintenance.Sighted;
import io.storeops.maintenance.Sighting;
import io.storeops.maintenance.SoldLine;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What sources give: OBSERVE, and the orders among the FACTs.
 *
 * @param stage where the scenario is acted out
 */
record ObserveCommands(Stage stage) {
    private static final String SUBJECT = "subject";
    private static final Set<String> ORDERS = Set.of("orders", "orders_below_book");

    Map<String, BuiltCommand> all() {
        return Map.of(
                "OBSERVE", new BuiltCommand(command -> command.args().text("rule"), this::observe),
                "FACT",
                        new BuiltCommand(
                                command -> command.args()
                                        .findMember(SUBJECT)
                                        .map(JsonReader::text)
                                        .orElse(""),
                                this::orders));
    }

    private Optional<Map<String, Json>> orders(Command command) {
        Optional<String> field = command.args().findMember("field").map(JsonReader::text);
        if (field.filter(ORDERS::contains).isEmpty()) {
            return Optional.empty();
        }
        String subject = command.args().text(SUBJECT);
        stage.ops()
                .tellSales(
                        stage.store(),
                        command.args().elements("value").stream()
                                .map(line -> sold(subject, line))
                                .toList());
        return Optional.of(BuiltCommand.shown(Map::of, Map::of));
    }

    /** An order without a number of units is one of a single unit. */
    private SoldLine sold(String subject, JsonReader line) {
        Optional<Long> units = line.findMember("units").map(JsonReader::number);
        return new SoldLine(
                stage.store(),
                subject,
                line.text("order"),
                Command.instant(line.member("paid_at")),
                units.orElse(1L),
                line.number(units.isPresent() ? "paid_unit_minor" : "paid_minor"));
    }

    private Optional<Map<String, Json>> observe(Command command) {
        RuleKey rule = new RuleKey(
                command.args().text("rule"), command.args().findMember("metric").map(JsonReader::text));
        Map<String, Object> read = new LinkedHashMap<>();
        for (JsonReader value : command.args().elements("values")) {
            Optional<Object> known = value(rule, value);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            read.put(value.text(SUBJECT), known.get());
        }
        Map<String, String> names = new LinkedHashMap<>();
        JsonReader named = command.args().member("names");
        named.names().forEach(subject -> names.put(subject, named.text(subject)));
        Sighting<Object> sighting = new Sighting<>(
                rule,
                command.instant("as_of"),
                command.args().member("coverage").as("is none of COMPLETE, PARTIAL", Coverage::valueOf),
                command.args().number("checked"),
                read,
                names);
        return Optional.of(BuiltCommand.shown(() -> shown(stage.ops().observe(stage.store(), sighting)), Map::of));
    }

    private Optional<Object> value(RuleKey rule, JsonReader read) {
        return switch (rule.category()) {
            case "COMPETITOR" ->
                rule.equals(CompetitorPriceRule.KEY)
                        ? Optional.of(
                                new CompetitorPriceRule.Price(Optional.of(money(read, "measured")), Optional.empty()))
                        : Optional.empty();
            case "REFUND_RATE" ->
                Optional.of(Tally.counted(BigDecimal.valueOf(read.number("refunds")), read.number("paid_orders")));
            case "STOCK" ->
                Optional.of(StockRule.Stock.of(read.number("platform"), read.number("erp"), read.number("unsynced")));
            case "PRICE" -> Optional.of(PriceRule.Price.of(money(read, "measured"), money(read, "base")));
            default -> Optional.empty();
        };
    }

    private Money money(JsonReader read, String member) {
        return Money.ofMinor(
                read.number(member), stage.scenario().enrolment().store().currency());
    }

    private static Map<String, ?> shown(Sighted sighted) {
        return Map.of(
                "found", sighted.found(),
                "observed", sighted.observed(),
                "covered", sighted.covered(),
                "recovered", sighted.recovered(),
                "could_not_check", sighted.couldNotCheck());
    }
}

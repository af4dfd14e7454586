package io.storeops.examples.replay;

import io.storeops.catalog.Sku;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.AuditRecord;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.listing.Floor;
import io.storeops.listing.HoldReason;
import io.storeops.listing.PriceBook;
import io.storeops.listing.PriceChange;
import io.storeops.listing.PriceState;
import io.storeops.vetting.Commitment;
import io.storeops.vetting.Proof;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is proved and promised of activities, and what that goes by: {@code proofs.csv}, {@code commitments.csv}, {@code floors.csv} and
 * {@code price_book.csv}. Before each approval it asks what would be proved; of one that was then refused for a floor, that is the row.
 *
 * @param stage where the scenario is acted out
 * @param asked what would have been proved at approvals
 */
record VettingPart(Stage stage, List<Proof> asked) implements ReplayPart {
    private static final String ACTIVITY = "activity";
    private static final String ITEM = "item";

    static VettingPart on(Stage stage) {
        return new VettingPart(stage, new ArrayList<>());
    }

    @Override
    public Map<String, BuiltCommand> commands() {
        return Map.of("APPROVE", new BuiltCommand(command -> command.name(), this::watch));
    }

    private Optional<Map<String, Json>> watch(Command command) {
        if (command.args().text("kind").equals("ACTIVITY")) {
            stage.source()
                    .activities()
                    .find(stage.store(), command.args().text(ACTIVITY))
                    .ifPresent(activity -> asked.addAll(stage.source()
                            .vetting()
                            .wouldProve(stage.store(), activity.plan().campaign(activity.id()))));
        }
        return Optional.empty();
    }

    private String item(String sku) {
        return new NamedValues(stage).item(sku);
    }

    private List<String> skus() {
        List<Sku> skus = stage.scenario().enrolment().skus();
        Stream<String> own = stage.scenario().enrolment().items().stream()
                .map(item -> item.id())
                .filter(item -> skus.stream().noneMatch(sku -> sku.itemId().equals(item)));
        return Stream.concat(skus.stream().map(Sku::id), own).toList();
    }

    @Override
    public List<ResultTable> tables() {
        return List.of(proofs(), commitments(), floors(), prices());
    }

    private ResultTable proofs() {
        List<Proof> all = Stream.concat(
                        stage.source().vetting().proofs(stage.store()).stream(),
                        asked.stream().filter(this::wasRefused))
                .sorted(Comparator.comparing(proof -> proof.judged().at()))
                .toList();
        return new TableLayout<Proof>("proofs.csv", stage.notation())
                .key(ACTIVITY, Proof::campaignId)
                .key("at", proof -> proof.judged().at())
                .key(ITEM, proof -> item(proof.skuId()))
                .column("acting", proof -> String.join(";", proof.acting()))
                .column("from", proof -> proof.interval().from())
                .column("to", proof -> proof.interval().to())
                .column("worst_cart", this::cart)
                .column(
                        "exact_minor",
                        proof -> proof.worst().map(worst -> worst.income().rounded(2)))
                .column("bound_minor", proof -> proof.bound().map(income -> income.shown(0)))
                .column("floor_minor", Proof::floorMinor)
                .column("floor_check", Proof::check)
                .column("verdict", proof -> proof.isRefused() ? "BELOW_FLOOR" : "PROVED")
                .table(all);
    }

    private String cart(Proof proof) {
        return proof.worst()
                .map(worst -> worst.cart().lines().stream()
                        .sorted(Comparator.comparing(line -> item(line.sku())))
                        .map(line -> line.units() + " x " + item(line.sku()))
                        .collect(Collectors.joining(";")))
                .orElse("");
    }

    /** Whether the trail tells that an approval of the activity was refused at that instant for a floor. */
    private boolean wasRefused(Proof proof) {
        return stage.source().archive().trail(stage.store(), Target.of(ACTIVITY, proof.campaignId())).stream()
                .map(AuditEntry::record)
                .anyMatch(line -> line.outcome() == AuditRecord.Outcome.REFUSED
                        && line.at().equals(proof.judged().at())
                        && line.result() instanceof Json.Obj result
                        && Json.of("BELOW_FLOOR").equals(result.members().get("code")));
    }

    private ResultTable commitments() {
        return new TableLayout<Commitment>("commitments.csv", stage.notation())
                .key(ITEM, each -> item(each.skuId()))
                .key(ACTIVITY, Commitment::campaignId)
                .column("quota", Commitment::units)
                .column("committed_at", each -> each.committed().at())
                .column("total_then", Commitment::peak)
                .column("sellable_then", Commitment::sellable)
                .column("released_at", each -> each.release().map(Commitment.Release::at))
                .column("released_for", each -> each.release().map(Commitment.Release::why))
                .table(stage.source().vetting().commitments(stage.store()));
    }

    private ResultTable floors() {
        List<Floor> floors = skus().stream()
                .flatMap(sku -> stage.source().prices().floorsOf(stage.store(), sku).stream())
                .filter(floor -> isSetByPerson(floor.set().by()))
                .sorted(Comparator.comparing(floor -> floor.set().at()))
                .toList();
        return new TableLayout<Floor>("floors.csv", stage.notation())
                .key(ITEM, floor -> item(floor.skuId()))
                .column("floor_minor", Floor::minor)
                .key("from", Floor::from)
                .column("set_by", floor -> floor.set().by())
                .column("set_at", floor -> floor.set().at())
                .table(floors);
    }

    private static boolean isSetByPerson(ActorId by) {
        return !by.equals(ActorId.SYSTEM);
    }

    /** A price that somebody entered, beside the one that was approved before. */
    private record Entered(PriceChange change, Optional<Long> old) {}

    private ResultTable prices() {
        List<Entered> entered = skus().stream()
                .map(sku -> stage.source().prices().bookOf(stage.store(), sku))
                .flatMap(book -> book.changes().stream()
                        .filter(change -> isSetByPerson(change.set().by()))
                        .map(change -> new Entered(change, before(book, change))))
                .sorted(Comparator.comparing(each -> each.change().set().at()))
                .toList();
        return new TableLayout<Entered>("price_book.csv", stage.notation())
                .key(ITEM, each -> item(each.change().skuId()))
                .column("old_minor", Entered::old)
                .column("new_minor", each -> each.change().priceMinor())
                .column("set_by", each -> each.change().set().by())
                .key("set_at", each -> each.change().set().at())
                .column("held_for", each -> each.change().heldFor().map(VettingPart::reason))
                .column("state", each -> each.change().state())
                .column("decided_by", each -> each.change().decision().map(PriceChange.Decision::by))
                .column("decided_at", each -> each.change().decision().map(PriceChange.Decision::at))
                .column("in_force_from", each -> inForceFrom(each.change()))
                .table(entered);
    }

    private static String reason(HoldReason reason) {
        return reason == HoldReason.BELOW_FLOOR ? "FLOOR" : "GUARD";
    }

    private static Optional<Instant> inForceFrom(PriceChange change) {
        return Optional.of(change.effectiveFrom())
                .filter(from -> change.state() == PriceState.IN_FORCE || change.state() == PriceState.SUPERSEDED);
    }

    /** What was approved when a price was entered: of those approved by then, the one that counted. */
    private static Optional<Long> before(PriceBook book, PriceChange entered) {
        Instant at = entered.set().at();
        return new PriceBook(book.changes().stream()
                        .filter(change -> !change.id().equals(entered.id()))
                        .filter(change -> !approvedAt(change).isAfter(at))
                        .toList())
                .approvedAt(at)
                .map(PriceChange::priceMinor);
    }

    private static Instant approvedAt(PriceChange change) {
        return change.decision()
                .map(PriceChange.Decision::at)
                .orElse(change.set().at());
    }
}

package io.storeops.lifecycle;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;

import io.storeops.StoreFixture;
import io.storeops.catalog.Money;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.feed.Coverage;
import io.storeops.id.ActorId;
import io.storeops.inspection.PriceRule;
import io.storeops.listing.ListingValue;
import io.storeops.maintenance.Anomaly;
import io.storeops.maintenance.AnomalyEvent;
import io.storeops.maintenance.AnomalyResult;
import io.storeops.maintenance.AnomalyState;
import io.storeops.maintenance.Feedback;
import io.storeops.maintenance.Maintenance;
import io.storeops.maintenance.Report;
import io.storeops.maintenance.Sighting;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** A wrong price of the item A, found by the rule; one of the whole store, WHOLE, may cover it. */
final class WalkedAnomaly extends Walked<AnomalyState, AnomalyEvent> {
    private static final ActorId KEEPER = ActorId.of("keeper-1");
    private static final ActorId SETTER = ActorId.of("setter-1");
    private static final String ID = "E1";
    private static final String WHOLE = "WHOLE";
    private static final Currency CNY = Currency.getInstance("CNY");

    WalkedAnomaly(StoreFixture.Setup setup) {
        super(setup.anomalies()
                .itemAndRival()
                .role("KEEPER", "EXECUTE:X2", "EXECUTE:X4")
                .role("SETTER", "SET:PRICE_BOOK")
                .works(KEEPER, "KEEPER")
                .works(SETTER, "SETTER"));
        shop.ops.deskOf(SETTER).prices().setPriceBook(STORE, "P1", "A", 10_000);
    }

    private Maintenance duty(ActorId actor) {
        return shop.ops.deskOf(actor).maintenance();
    }

    @Override
    StateMachine<AnomalyState, AnomalyEvent> machine() {
        return AnomalyState.MACHINE;
    }

    private Optional<Anomaly> known(String id) {
        return duty(MANAGER).findAnomaly(STORE, id);
    }

    @Override
    Optional<AnomalyState> state() {
        return known(ID).map(Anomaly::state);
    }

    @Override
    ActorId doer(AnomalyEvent event) {
        return switch (event) {
            case FEED_BACK, INSTRUCT_WORK, RECLASSIFY -> MANAGER;
            default -> KEEPER;
        };
    }

    @Override
    void prepare(AnomalyEvent event) {
        switch (event) {
            case REPORT -> uncover();
            case REPORT_COVERED -> cover();
            case CORRECT, CLOSE -> {
                attach("SCREENSHOT_AFTER");
                shop.ops.deskOf(KEEPER).listings().readBack(STORE, "A", ListingValue.price(10_000));
            }
            case ESCALATE -> attach("SCREENSHOT");
            default -> {}
        }
    }

    private void attach(String kind) {
        shop.ops
                .deskOf(KEEPER)
                .archive()
                .attach(STORE, Target.of("anomaly", ID), EvidenceKind.parse(kind), shop.clock.instant(), "shot");
    }

    @Override
    void cause(AnomalyEvent event, ActorId by) {
        Maintenance duty = duty(by);
        switch (event) {
            case DETECT -> {
                uncover();
                look(9_000);
            }
            case COVER -> {
                cover();
                look(9_000);
            }
            case RECOVER -> {
                uncover();
                look(10_000);
                look(10_000);
            }
            case REPORT, REPORT_COVERED -> duty.report(STORE, report(ID, "A"));
            case CLAIM -> duty.claim(STORE, ID, known(ID).map(Anomaly::version).orElse(1));
            case CORRECT -> duty.correct(STORE, ID);
            case NOTIFY -> duty.notifyCorrection(STORE, ID);
            case ESCALATE -> duty.escalate(STORE, ID, MANAGER, "match it");
            case REMIND -> pass(Duration.ofMinutes(31));
            case STEP_UP -> pass(Duration.ofMinutes(61));
            case FLAG -> pass(Duration.ofMinutes(11));
            case FEED_BACK -> duty.giveFeedback(STORE, ID, Feedback.Decision.of("HOLD", "hold our price"));
            case INSTRUCT_WORK ->
                duty.instructWork(
                        STORE,
                        ID,
                        "show 9,500",
                        Optional.of(ListingValue.price(9_500)),
                        shop.clock.instant().plusSeconds(3600));
            case CLOSE ->
                duty.close(
                        STORE,
                        ID,
                        state().equals(Optional.of(AnomalyState.CORRECTING))
                                ? AnomalyResult.SELF_RECOVERED
                                : AnomalyResult.HOLD);
            case DISMISS -> duty.dismiss(STORE, ID, "looked at another listing");
            case RECLASSIFY -> duty.reclassify(STORE, ID, "STOCK", "nobody changed the price");
            default -> throw new IllegalArgumentException("nobody knows how to " + event);
        }
    }

    private void look(long shown) {
        shop.clock.advance(Duration.ofMinutes(1));
        shop.ops.observe(
                STORE,
                new Sighting<>(
                        PriceRule.KEY,
                        Optional.of(shop.clock.instant()),
                        Coverage.COMPLETE,
                        1,
                        Map.of("A", PriceRule.Price.of(Money.ofMinor(shown, CNY), Money.ofMinor(10_000, CNY))),
                        Map.of("A", ID)));
    }

    private void pass(Duration time) {
        shop.clock.advance(time);
        shop.ops.tick(STORE);
    }

    private Report report(String id, String subject) {
        return Report.of(id, PriceRule.KEY, subject, "9000", "10000", shop.clock.instant());
    }

    private void cover() {
        if (known(WHOLE).isEmpty()) {
            duty(KEEPER).report(STORE, report(WHOLE, STORE.value()));
        }
    }

    private void uncover() {
        if (known(WHOLE).filter(whole -> whole.state() == AnomalyState.FOUND).isPresent()) {
            duty(KEEPER).dismiss(STORE, WHOLE, "it is the item alone");
        }
    }
}

package io.storeops.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.authority.DataClass;
import io.storeops.document.Block;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.storage.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DeliveryLawsTest {
    private static final Instant NOW = Instant.parse("2024-06-16T01:00:00Z");

    private enum Step {
        HAND(Delivery::byHand),
        CLAIM(delivery -> delivery.claim("worker", NOW.plusSeconds(120))),
        SENDING(Delivery::sending),
        EXPIRE(Delivery::expire),
        ACCEPTED(delivery -> delivery.answered(new SendResult.Accepted("receipt", NOW))),
        BUSY(delivery -> delivery.answered(new SendResult.Refused("busy", Optional.of(NOW)))),
        NEVER(delivery -> delivery.answered(new SendResult.Refused("never", Optional.empty()))),
        LOST(delivery -> delivery.answered(new SendResult.Unknown("lost"))),
        CONFIRMED(delivery -> delivery.confirmed(
                new Confirmation(ActorId.of("op-1"), NOW.plusSeconds(60), NOW, true), "screenshot 7")),
        RESEND(delivery -> delivery.resend("a person said so", Optional.empty()));

        private final UnaryOperator<Delivery> take;

        Step(UnaryOperator<Delivery> take) {
            this.take = take;
        }
    }

    /** The machine as architecture section 5 lists it; what is not here is refused. */
    private static final Map<DeliveryState, Map<Step, DeliveryState>> MACHINE = Map.of(
            DeliveryState.PENDING, Map.of(Step.CLAIM, DeliveryState.CLAIMED, Step.HAND, DeliveryState.BY_HAND),
            DeliveryState.BY_HAND, Map.of(Step.CONFIRMED, DeliveryState.SENT),
            DeliveryState.CLAIMED, Map.of(Step.SENDING, DeliveryState.SENDING, Step.EXPIRE, DeliveryState.PENDING),
            DeliveryState.SENDING,
                    Map.of(
                            Step.EXPIRE, DeliveryState.UNKNOWN,
                            Step.ACCEPTED, DeliveryState.SENT,
                            Step.BUSY, DeliveryState.PENDING,
                            Step.NEVER, DeliveryState.REJECTED,
                            Step.LOST, DeliveryState.UNKNOWN),
            DeliveryState.SENT, Map.of(),
            DeliveryState.REJECTED, Map.of(Step.RESEND, DeliveryState.PENDING),
            DeliveryState.UNKNOWN,
                    Map.of(
                            Step.ACCEPTED, DeliveryState.SENT,
                            Step.CONFIRMED, DeliveryState.SENT,
                            Step.RESEND, DeliveryState.PENDING));

    private static OutgoingMessage message(String store, String id, String channel, String title) {
        return new OutgoingMessage(
                StoreId.of(store),
                id,
                channel,
                Document.of(Line.of(title), List.of(new Block.Text(Line.ofName("body | of " + id)))));
    }

    private static Delivery queued() {
        return Delivery.queued(
                message("S1", "release/1", "DATA_GROUP", "title"),
                Set.of(DataClass.SALES, DataClass.COMPETITOR),
                List.of(),
                1,
                NOW);
    }

    @Provide
    Arbitrary<List<Step>> walks() {
        return Arbitraries.of(Step.class).list().ofMaxSize(40);
    }

    @Property
    void walksFollowTheMachineAndRefusedStepsChangeNothing(@ForAll("walks") List<Step> walk) {
        Delivery delivery = queued();
        int sends = 0;
        for (Step step : walk) {
            Delivery before = delivery;
            Optional<DeliveryState> next =
                    Optional.ofNullable(MACHINE.get(delivery.state()).get(step));
            if (next.isPresent()) {
                delivery = step.take.apply(delivery);
                assertEquals(next.get(), delivery.state());
                sends += step == Step.SENDING ? 1 : 0;
            } else {
                IllegalStateException refused =
                        assertThrows(IllegalStateException.class, () -> step.take.apply(before));
                assertEquals(true, refused.getMessage().startsWith("Message release/1 is " + before.state()));
                assertEquals(before, delivery);
            }
            assertEquals(sends, delivery.attempts());
            assertEquals(queued().message(), delivery.message());
            assertEquals(NOW, delivery.queuedAt());
            assertEquals(
                    delivery.state() == DeliveryState.SENT,
                    delivery.acceptedAt().isPresent());
            boolean held = delivery.state() == DeliveryState.CLAIMED || delivery.state() == DeliveryState.SENDING;
            assertEquals(held, delivery.leaseUntil().isPresent());
        }
    }

    @Property
    void rowsKeepEverything(@ForAll("walks") List<Step> walk) {
        Delivery delivery = queued();
        for (Step step : walk) {
            if (MACHINE.get(delivery.state()).containsKey(step)) {
                delivery = step.take.apply(delivery);
            }
        }
        Row row = Delivery.TABLE.write(delivery);
        assertEquals(delivery, Delivery.TABLE.read(row));
    }

    @Example
    void theOutboxIsDoneWithWhatIsSentRejectedUnknownOrAPersons() {
        Set<DeliveryState> ended = Set.of(DeliveryState.SENT, DeliveryState.REJECTED, DeliveryState.UNKNOWN);
        for (DeliveryState state : DeliveryState.values()) {
            assertEquals(ended.contains(state) || state == DeliveryState.BY_HAND, state.settled());
            assertEquals(!ended.contains(state), state.onItsWay());
        }
    }

    @Property
    void keysTellStoresAndMessagesApart(@ForAll("names") String left, @ForAll("names") String right) {
        OutgoingMessage message = message(left, right, "DATA_GROUP", "title");
        assertEquals(
                message.idempotencyKey(),
                message(left, right, "OTHER", "another title").idempotencyKey());
        if (!left.equals(right)) {
            assertNotEquals(
                    message.idempotencyKey(),
                    message(right, left, "DATA_GROUP", "title").idempotencyKey());
        }
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(20);
    }
}

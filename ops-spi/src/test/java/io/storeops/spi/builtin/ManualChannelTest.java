package io.storeops.spi.builtin;

import io.storeops.StoreOps;
import io.storeops.authority.DataClass;
import io.storeops.authority.Role;
import io.storeops.catalog.Store;
import io.storeops.delivery.Deliveries;
import io.storeops.delivery.HandDelivery;
import io.storeops.enrolment.Enrolment;
import io.storeops.evidence.EvidenceKind;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.publishing.Channel;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import io.storeops.spi.DefaultRoster;
import io.storeops.spi.tck.ChannelContract;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A channel of type manual as the kit sees it (D59): the library keeps the message, a person copies its text into a group and confirms with
 * instant and screenshot. The library is given no channel at all.
 */
class ManualChannelTest extends ChannelContract {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    private static final ActorId PERSON = ActorId.of("op-1");

    /** The group that the person writes to. */
    private final List<String> group = new CopyOnWriteArrayList<>();

    @Override
    protected Channel open(Clock clock) {
        group.clear();
        return new ByHand(clock, true);
    }

    /** Nobody is there to send anything. */
    @Override
    protected Channel unreachable(Clock clock) {
        return new ByHand(clock, false);
    }

    @Override
    protected List<String> received() {
        return group;
    }

    private final class ByHand implements Channel {
        private final Clock clock;
        private final boolean attended;
        private final Storage storage;
        private final StoreOps ops;
        private final Set<StoreId> stores = ConcurrentHashMap.newKeySet();
        private final AtomicLong number = new AtomicLong();

        private ByHand(Clock clock, boolean attended) {
            this.clock = clock;
            this.attended = attended;
            this.storage = MemoryStorage.empty(clock);
            this.ops = StoreOps.builder().storage(storage).clock(clock).build();
        }

        @Override
        public SendResult send(OutgoingMessage message) {
            if (stores.add(message.store())) {
                ops.enrol(Enrolment.builder(Store.of(message.store().value(), "Asia/Shanghai", "CNY"), SINCE)
                        .person(PERSON.value(), Role.OPERATOR)
                        .roster(DefaultRoster.of(message.store(), SINCE))
                        .build());
            }
            Deliveries deliveries = ops.deskOf(PERSON).deliveries();
            Optional<Delivery> known = deliveries.find(message.store(), message.id());
            if (known.isEmpty()) {
                queue(message);
            }
            if (!attended) {
                return new SendResult.Unknown("nobody has said that they sent it");
            }
            Delivery sent = known.orElseGet(() -> sentByThePerson(deliveries, message));
            return new SendResult.Accepted(sent.detail(), sent.acceptedAt().orElseThrow());
        }

        /** As the library queues a message to a channel of type manual. */
        private void queue(OutgoingMessage message) {
            long next = number.incrementAndGet();
            Delivery waiting = Delivery.queued(message, Set.of(DataClass.OPERATIONS), List.of(), next, clock.instant())
                    .byHand();
            storage.commit(
                    Changes.of(message.store(), CommitId.of("queued/" + next)).insert(Delivery.TABLE, waiting));
        }

        private Delivery sentByThePerson(Deliveries deliveries, OutgoingMessage message) {
            HandDelivery waiting = deliveries.byHand(message.store()).stream()
                    .filter(each -> each.messageId().equals(message.id()))
                    .findFirst()
                    .orElseThrow();
            group.add(waiting.text());
            ops.deskOf(PERSON)
                    .archive()
                    .attach(
                            message.store(),
                            waiting.target(),
                            EvidenceKind.parse("SCREENSHOT"),
                            clock.instant(),
                            "screenshot of " + message.id());
            return deliveries.confirm(message.store(), message.id(), clock.instant());
        }

        /** A message waits once under its id, however often it is queued. */
        @Override
        public Optional<Duration> removesRepeatsFor() {
            return Optional.of(Duration.ofDays(365));
        }

        @Override
        public void close() {
            ops.close();
        }
    }
}

package io.storeops.examples;

// tag::quickstart[]
import io.storeops.StoreOps;
import io.storeops.authority.Role;
import io.storeops.calendar.SlotId;
import io.storeops.catalog.Store;
import io.storeops.enrolment.Enrolment;
import io.storeops.figures.Figures;
import io.storeops.figures.Reading;
import io.storeops.figures.Subject;
import io.storeops.id.ActorId;
import io.storeops.publishing.Channel;
import io.storeops.reporting.SlotReporting;
import io.storeops.spi.DefaultRoster;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The shortest way from a store to a release: enrol, record, release. */
public final class QuickstartExample {
    public static void main(String[] args) {
        // 09:05 in Shanghai; in earnest Clock.systemUTC()
        Clock clock = Clock.fixed(Instant.parse("2024-06-16T01:05:00Z"), ZoneOffset.UTC);
        LocalDate today = LocalDate.parse("2024-06-16");
        Store shop = Store.of("S1", "Asia/Shanghai", "CNY");
        try (StoreOps ops = StoreOps.inMemory(clock)
                .channel("DATA_GROUP", Channel.printing(System.out::print, clock))
                .build()) {
            ops.enrol(Enrolment.builder(shop, today)
                    .person("li", Role.OPERATOR)
                    .roster(DefaultRoster.of(shop.id(), today))
                    .build());
            SlotReporting duty = ops.deskOf(ActorId.of("li")).reporting();
            // Slot 1 is midnight to 09:00; 1,351.70 yuan, 230 visitors, 19 buyers.
            Figures soFar = Figures.of(135_170, 230, 19);
            Reading read = Reading.of(Subject.ofStore(shop.id()), SlotId.of(today, 1), clock.instant(), soFar, "till");
            duty.record(shop.id(), List.of(read));
            duty.release(shop.id(), read.slot());
        }
    }
}
// end::quickstart[]

package io.storeops.figures;

import io.storeops.feed.Extract;
import io.storeops.feed.Period;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one file or answer of orders proves (D74): what it states, or else the span from its earliest to its latest payment. Of a file
 * whose payments do not stand in the order of time a cut may take any, so its span proves no slot to be empty. Not thread-safe.
 */
final class OrderCover {
    private final int number;
    private final String name;
    private final boolean named;
    private final Instant now;
    private List<Period> states = List.of();
    private @Nullable Instant earliest;
    private @Nullable Instant latest;
    private @Nullable Instant last;
    private boolean rising = true;
    private boolean falling = true;
    private boolean doubted;

    OrderCover(int number, Optional<Extract> extract, Instant now) {
        this.number = number;
        this.name = extract.map(Extract::name).orElse("orders");
        this.named = extract.isPresent();
        this.now = now;
    }

    int number() {
        return number;
    }

    String name() {
        return name;
    }

    boolean isOf(Optional<Extract> extract) {
        return named == extract.isPresent()
                && extract.map(given -> given.name().equals(name)).orElse(true);
    }

    void states(Optional<Extract> extract) {
        states = extract.map(Extract::states).orElse(List.of());
    }

    /** A row of which nobody knows the time may belong to any slot. */
    void doubt() {
        doubted = true;
    }

    /** A payment later than now proves nothing. */
    void saw(Instant paidAt) {
        if (paidAt.isAfter(now)) {
            return;
        }
        if (last != null) {
            int order = paidAt.compareTo(last);
            rising &= order >= 0;
            falling &= order <= 0;
        }
        last = paidAt;
        earliest = earliest == null || paidAt.isBefore(earliest) ? paidAt : earliest;
        latest = latest == null || paidAt.isAfter(latest) ? paidAt : latest;
    }

    boolean doubted() {
        return doubted;
    }

    List<Period> stated() {
        return doubted ? List.of() : states;
    }

    /** Whether the span proves a slot. */
    boolean spans(Period slot, boolean sold) {
        return !doubted
                && states.isEmpty()
                && earliest != null
                && latest != null
                && !earliest.isAfter(slot.from())
                && !latest.isBefore(slot.to())
                && (sold || rising || falling);
    }

    OrderIntake.Covered covered() {
        return new OrderIntake.Covered(
                name,
                states,
                earliest == null || latest == null
                        ? Optional.empty()
                        : Optional.of(new OrderIntake.Payments(earliest, latest, rising || falling)),
                doubted);
    }
}

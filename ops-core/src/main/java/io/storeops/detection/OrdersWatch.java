package io.storeops.detection;

import io.storeops.calendar.SlotId;
import io.storeops.position.DetectionRules;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Watches the orders of one store, slot by slot. What is to be expected is the {@link Forecast}'s and {@link Today}'s to say; a fault is
 * told when the {@link Dispersion evidence} for it, over a span that suits it, passes its threshold. Sudden faults are held against the
 * day so far, lasting ones against the days before. A fault is told when it opens, and again only after a day without it.
 */
final class OrdersWatch {
    static final String METRIC = "orders";

    private static final int DIP_SLOTS = 6;

    /** The share of a Sunday that a holiday brings at least. */
    private static final double HOLIDAY = 0.5;

    /** The spread is learnt from the third week on, when each weekday has been seen twice. */
    private static final int DAYS_BEFORE_SPREAD = 14;

    private final String subject;
    private final long minSample;
    private final int slots;
    private final Forecast forecast;
    private final Today today;
    private final Window window;
    private final Outage outage;
    private final Span dip;
    private final Span halved;
    private final Span surge;
    private final Span doubled;
    private final EvenFigures even;
    private final Drift drift;
    private final double[] levels;
    private long lowUntil = -1;
    private long surgeUntil = -1;
    private long riseUntil = -1;

    OrdersWatch(String subject, DetectionRules rules, int slots) {
        this.subject = subject;
        this.slots = slots;
        minSample = rules.minSample();
        forecast = new Forecast(rules.forecast(), slots);
        today = new Today(
                rules.forecast().slotMemory().doubleValue(),
                rules.forecast().nightMemory().doubleValue());
        window = new Window(Math.max(2 * slots, DIP_SLOTS) + 1);
        double halfLife = rules.forecast().dispersionHalfLife().doubleValue() * slots;
        DetectionRules.Orders evidence = rules.orders();
        outage = new Outage(evidence.outage().doubleValue(), window, halfLife);
        dip = new Span(Rule.DIP, 0.35, evidence.dip().doubleValue(), window, DIP_SLOTS, halfLife);
        halved = new Span(Rule.HALVED, 0.5, evidence.halved().doubleValue(), window, 2 * slots, halfLife);
        surge = new Span(Rule.SURGE, 2.5, evidence.surge().doubleValue(), window, 1, halfLife);
        doubled = new Span(Rule.DOUBLED, 2, evidence.doubled().doubleValue(), window, slots, halfLife);
        even = new EvenFigures(evidence.evenFigures());
        drift = new Drift(rules.drift());
        levels = new double[slots];
    }

    /** Judges a day as far as it has come; one that has not come to its end is the last. */
    void judge(SlotDay day, Consumer<Detection> out) {
        boolean ordinary = day.kind() == DayKind.ORDINARY;
        forecast.open(day.date(), day.kind());
        today.open();
        outage.end();
        even.open();
        double seen = 0;
        double expected = 0;
        int come = day.orders().size();
        for (int k = 0; k < come; k++) {
            levels[k] = today.level();
            boolean missing = day.orders().isMissing(k);
            double usual = missing ? 0 : forecast.expected(k);
            double count = missing ? 0 : day.orders().at(k);
            seen += count;
            expected += usual;
            // What an announced day brings says nothing of ordinary ones, so spans go past it.
            roll(day, k, ordinary ? count : 0, ordinary ? usual : 0);
            SlotId at = SlotId.of(day.date(), k + 1);
            boolean evens = even.add(day, k);
            if (missing) {
                out.accept(Detection.plain(DetectionVerdict.MISSING, Rule.NO_READING, METRIC, subject, at));
                continue;
            }
            if (forecast.sample(k) < minSample) {
                out.accept(Detection.plain(DetectionVerdict.LEARNING, Rule.TOO_YOUNG, METRIC, subject, at));
            } else {
                judge(day.kind(), k, at, count, usual, evens, out);
            }
            if (ordinary) {
                learn(k, count, usual);
            }
            if (count > 0) {
                outage.end();
            }
        }
        if (come == slots && ordinary) {
            if (expected > 0) {
                double level = Math.log((seen + 0.5) / (expected + 0.5)) + Math.log(forecast.level());
                drift.add(day.date(), level).ifPresent(fall -> out.accept(told(fall, day.date())));
            }
            forecast.learn(day.orders());
        }
    }

    private void roll(SlotDay day, int k, double count, double usual) {
        window.add(day.date(), k + 1, count, usual);
        outage.roll();
        dip.roll();
        halved.roll();
        surge.roll();
        doubled.roll();
    }

    private void judge(
            DayKind kind, int k, SlotId at, double count, double usual, boolean evens, Consumer<Detection> out) {
        double least = kind == DayKind.HOLIDAY ? HOLIDAY * usual : usual;
        Optional<Detection> stopped = outage.judge(METRIC, subject, at, count, least);
        boolean frozen = stopped.filter(told -> told.rule() == Rule.FROZEN).isPresent();
        boolean judged = kind == DayKind.ORDINARY && !frozen;
        Optional<Detection> low = judged ? low(k, at) : Optional.empty();
        Optional<Detection> high = judged ? high(k, at, evens) : Optional.empty();
        stopped.ifPresent(out);
        low.ifPresent(out);
        high.ifPresent(out);
        if (stopped.isEmpty() && low.isEmpty() && high.isEmpty()) {
            double expected = judged ? usual * levels[k] : usual;
            out.accept(
                    Detection.compared(DetectionVerdict.OK, Rule.EXPECTED, METRIC, subject, at, at, count, expected));
        }
    }

    private Optional<Detection> low(int k, SlotId at) {
        boolean dips = k + 1 >= DIP_SLOTS && dip.shows(before(k));
        if (!outage.isOpen() && !dips && !halved.shows(1)) {
            return Optional.empty();
        }
        // An outage is a fall that was told already.
        boolean open = outage.isOpen() || window.slots() <= lowUntil;
        lowUntil = window.slots() + slots;
        if (open) {
            return Optional.empty();
        }
        return Optional.of(dips ? dip.told(METRIC, subject, at, before(k)) : halved.told(METRIC, subject, at, 1));
    }

    /** The level of today before the slots of a dip, the last of which has this index. */
    private double before(int k) {
        return levels[k + 1 - DIP_SLOTS];
    }

    /** A rise of the day is told also while one of a slot is open: few orders of chance often are a rise of a slot. */
    private Optional<Detection> high(int k, SlotId at, boolean evens) {
        boolean surges = surge.shows(levels[k]);
        boolean lasts = evens || doubled.shows(1);
        boolean freshSurge = surges && window.slots() > surgeUntil;
        boolean freshRise = lasts && window.slots() > riseUntil;
        surgeUntil = surges ? window.slots() + slots : surgeUntil;
        riseUntil = lasts ? window.slots() + slots : riseUntil;
        if (evens && freshRise) {
            return Optional.of(countedTwice(at));
        }
        if (freshSurge) {
            return Optional.of(surge.told(METRIC, subject, at, levels[k]));
        }
        return freshRise ? Optional.of(doubled.told(METRIC, subject, at, 1)) : Optional.empty();
    }

    /** Counted once, the orders would be half. */
    private Detection countedTwice(SlotId at) {
        double counted = 0;
        for (int back = 0; back < even.slots(); back++) {
            counted += window.seen(back);
        }
        SlotId since = window.place(even.slots() - 1);
        return Detection.anomaly(Rule.COUNTED_TWICE, METRIC, subject, at, since, counted, counted / 2);
    }

    private Detection told(Drift.Fall fall, LocalDate date) {
        return Detection.anomaly(
                Rule.DRIFT,
                METRIC,
                subject,
                SlotId.of(date, slots),
                SlotId.of(fall.since(), 1),
                fall.level() * slots,
                fall.before() * slots);
    }

    /** Learns from an ordinary slot, today's level only if the slot is not known for an outage or a surge. */
    private void learn(int k, double count, double usual) {
        if (usual > 0 && !(outage.isOpen() && count == 0) && !surge.shows(levels[k])) {
            today.learn(count, usual);
        }
        if (forecast.days() <= DAYS_BEFORE_SPREAD) {
            return;
        }
        outage.learn(k);
        surge.learn(levels[k]);
        doubled.learn(1);
        halved.learn(1);
        if (k + 1 >= DIP_SLOTS) {
            dip.learn(before(k));
        }
    }
}

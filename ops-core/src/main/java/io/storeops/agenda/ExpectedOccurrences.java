package io.storeops.agenda;

import io.storeops.calendar.BusinessDay;
import io.storeops.calendar.IsoWeek;
import io.storeops.calendar.SlotId;
import io.storeops.calendar.SlotPlan;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.id.StoreId;
import io.storeops.position.Cadence;
import io.storeops.position.Duty;
import io.storeops.position.Roster;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a store's rosters expect of a date.
 *
 * @param store the store
 * @param zone its zone
 * @param planOf the roster that says what a date expects
 */
record ExpectedOccurrences(StoreId store, ZoneId zone, Function<LocalDate, Optional<Roster>> planOf) {
    private static final Comparator<Occurrence> ORDER =
            Comparator.comparing(Occurrence::dueAt).thenComparing(Occurrence::id);

    List<Occurrence> on(LocalDate date) {
        if (BusinessDay.skipped(date, zone)) {
            return List.of();
        }
        List<Occurrence> expected = new ArrayList<>();
        Optional<Roster> roster = planOf.apply(date);
        planOf.apply(BusinessDay.dateBefore(date, zone))
                .ifPresent(before -> closeTheDayBefore(before, roster.orElse(before), date, expected));
        roster.ifPresent(today -> ofTheDay(today, date, expected));
        IsoWeek week = IsoWeek.of(date);
        ofTheWeek(week, due -> true, expected);
        ofTheWeek(week.previous(), date::equals, expected);
        return expected.stream().filter(this::isRuled).sorted(ORDER).toList();
    }

    /** Of a date within which the first roster of all begins, nothing is expected that could be done before. */
    private boolean isRuled(Occurrence occurrence) {
        return planOf.apply(occurrence.date())
                .map(roster -> roster.effectiveFrom().begins(zone))
                .filter(begins -> !occurrence.opensAt().isBefore(begins))
                .isPresent();
    }

    /** The last slot closes at midnight, but its figure is read with the first boundary of the next day. */
    private void closeTheDayBefore(Roster before, Roster today, LocalDate date, List<Occurrence> expected) {
        BusinessDay yesterday = before.slotPlan().day(BusinessDay.dateBefore(date, zone), zone);
        BusinessDay day = today.slotPlan().day(date, zone);
        for (Duty duty : before.duties().values()) {
            if (duty.cadence() instanceof Cadence.EachBoundary each && duty.asksFor(Duty.SLOT_DATA)) {
                SlotId last = SlotId.of(yesterday.date(), yesterday.plan().slots());
                Duration by = each.due().orElse(today.slotPlan().collectBy());
                expected.add(ofSlot(duty, last, yesterday.end(), day.closes(1).plus(by), day.missedAt()));
            }
        }
    }

    private void ofTheDay(Roster roster, LocalDate date, List<Occurrence> expected) {
        BusinessDay day = roster.slotPlan().day(date, zone);
        for (Duty duty : roster.duties().values()) {
            if (duty.cadence() instanceof Cadence.EachBoundary each) {
                Duration by = each.due().orElseGet(() -> deadline(duty, roster.slotPlan()));
                for (int number = 1; number < roster.slotPlan().slots(); number++) {
                    Instant boundary = day.closes(number);
                    expected.add(ofSlot(duty, SlotId.of(date, number), boundary, boundary.plus(by), day.missedAt()));
                }
            } else if (duty.cadence() instanceof Cadence.Daily daily) {
                expected.add(ofDay(duty, day, day.at(daily.start()), day.at(daily.due())));
            } else if (duty.cadence() instanceof Cadence.DailySweepAndEvent sweep) {
                expected.add(ofDay(duty, day, day.start(), day.at(sweep.due())));
            } else if (duty.cadence() instanceof Cadence.PerTask tasks) {
                expected.add(summary(duty, day, tasks));
            }
        }
    }

    private static Duration deadline(Duty duty, SlotPlan plan) {
        return duty.asksFor(Duty.CHANNEL_RECEIPT) ? plan.releaseBy() : plan.collectBy();
    }

    private void ofTheWeek(IsoWeek week, Predicate<LocalDate> dueOn, List<Occurrence> expected) {
        Optional<Roster> roster = planOf.apply(week.sunday());
        if (roster.isEmpty()) {
            return;
        }
        SlotPlan plan = roster.get().slotPlan();
        for (Duty duty : roster.get().duties().values()) {
            if (duty.cadence() instanceof Cadence.Weekly weekly) {
                LocalDate named = week.sunday().with(TemporalAdjusters.next(weekly.day()));
                LocalDate due = BusinessDay.skipped(named, zone) ? BusinessDay.dateAfter(named, zone) : named;
                if (dueOn.test(due)) {
                    expected.add(ofWeek(duty, week, plan.day(due, zone).at(weekly.time()), plan));
                }
            }
        }
    }

    private Occurrence ofWeek(Duty duty, IsoWeek week, Instant due, SlotPlan plan) {
        return occurrence(
                duty,
                OccurrenceId.ofWeek(duty.id(), week),
                week.sunday(),
                plan.day(week.sunday(), zone).end(),
                due,
                Optional.empty());
    }

    private Occurrence ofSlot(Duty duty, SlotId slot, Instant opens, Instant due, Instant missed) {
        // A roster may give more time than is left until its own day counts as closed; then that time counts.
        Instant closed = missed.isBefore(due) ? due : missed;
        return occurrence(duty, OccurrenceId.ofSlot(duty.id(), slot), slot.date(), opens, due, Optional.of(closed));
    }

    private Occurrence ofDay(Duty duty, BusinessDay day, Instant opens, Instant due) {
        return occurrence(
                duty, OccurrenceId.ofDate(duty.id(), day.date()), day.date(), opens, due, Optional.of(day.end()));
    }

    /** Tasks are due one by one, and summed up every day (R82). */
    private Occurrence summary(Duty duty, BusinessDay day, Cadence.PerTask tasks) {
        return new Occurrence(
                store,
                OccurrenceId.ofDate(duty.id(), day.date()),
                duty.cadence().kind(),
                day.date(),
                day.start(),
                day.at(tasks.summaryDue()),
                Optional.of(day.end()),
                List.of(EvidenceNeed.parse(Duty.DAY_SUMMARY)),
                duty.permission());
    }

    private Occurrence occurrence(
            Duty duty, OccurrenceId id, LocalDate date, Instant opens, Instant due, Optional<Instant> missed) {
        return new Occurrence(
                store, id, duty.cadence().kind(), date, opens, due, missed, duty.evidence(), duty.permission());
    }
}

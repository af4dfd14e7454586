package io.storeops.adapter.html;

import io.storeops.calendar.BusinessDay;
import io.storeops.calendar.SlotPlan;
import io.storeops.catalog.Money;
import io.storeops.catalog.Store;
import io.storeops.figures.Metric;
import io.storeops.kpi.Ratio;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** How numbers and times are written: amounts in the currency's digits, times of the store's zone, no locale of the machine. */
record Notation(Store store, BusinessDay day) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

    String currency() {
        return store.currency().getCurrencyCode();
    }

    String money(long minor) {
        BigDecimal major = Money.ofMinor(minor, store.currency()).major();
        return String.format(Locale.ROOT, "%,." + major.scale() + "f", major);
    }

    /** An amount for an axis: without decimals where there are only zeros. */
    String roundMoney(long minor) {
        BigDecimal major = Money.ofMinor(minor, store.currency()).major();
        return major.stripTrailingZeros().scale() <= 0 ? count(major.longValueExact()) : money(minor);
    }

    String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    String value(Metric metric, long value) {
        return metric == Metric.AMOUNT || metric == Metric.REFUNDED ? money(value) : count(value);
    }

    String percent(Ratio ratio) {
        return ratio.text("-");
    }

    /** A time of the day; with the date in front where it is another one. */
    String time(Instant instant) {
        ZonedDateTime local = instant.atZone(day.zone());
        String time = local.format(local.getSecond() == 0 ? MINUTES : SECONDS);
        return local.toLocalDate().equals(day.date()) ? time : local.toLocalDate() + " " + time;
    }

    String stamp(Instant instant) {
        return instant.atZone(day.zone()).format(STAMP);
    }

    String weekday(Locale locale) {
        return day.date().getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
    }

    String lateness(Instant due, Instant accepted) {
        Duration late = Duration.between(due, accepted);
        return late.toMinutes() > 0 ? "+" + late.toMinutes() + " min" : "+" + late.toSeconds() + " s";
    }

    /** The nominal times of a slot, as the plan has them: the same every day, whatever the clocks do. */
    String slotTimes(int number) {
        SlotPlan plan = day.plan();
        String from = number == 1 ? "00:00" : boundary(number - 1);
        return from + "–" + (number == plan.slots() ? "24:00" : boundary(number));
    }

    String boundary(int number) {
        LocalTime boundary = day.plan().boundaries().get(number - 1);
        return boundary.format(boundary.getSecond() == 0 ? MINUTES : SECONDS);
    }
}

package io.storeops.activity;

import io.storeops.act.Context;
import io.storeops.activity.ActivityEffect.ItemFigures;
import io.storeops.activity.ActivityEffect.Source;
import io.storeops.activity.ActivityEffect.Span;
import io.storeops.activity.ActivityEffect.Uplift;
import io.storeops.calendar.BusinessDay;
import io.storeops.calendar.Slot;
import io.storeops.campaign.Campaign;
import io.storeops.catalog.Sku;
import io.storeops.figures.DayFigures;
import io.storeops.figures.Figures;
import io.storeops.figures.MergedSpan;
import io.storeops.figures.Metric;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectDay;
import io.storeops.storage.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The effect of an activity by the slots of the days on which it ran (R62, D41). Pure. */
final class EffectSlots {
    private final Context context;
    private final Activity activity;
    private final ActivityWindow ran;

    private EffectSlots(Context context, Activity activity, ActivityWindow ran) {
        this.context = context;
        this.activity = activity;
        this.ran = ran;
    }

    /** The time in which an activity ran, up to now; empty if it has not started, or only now. */
    static Optional<ActivityWindow> ran(Context context, Activity activity) {
        Instant until = activity.course().endedAt().orElse(context.now());
        return activity.course().startedAt().filter(until::isAfter).map(from -> new ActivityWindow(from, until));
    }

    /** The effect; empty while it has not run. */
    static Optional<ActivityEffect> of(Context context, Activity activity) {
        return ran(context, activity).map(window -> new EffectSlots(context, activity, window).effect());
    }

    private ActivityEffect effect() {
        List<Slot> slots = slots(dateOf(ran.start()), dateOf(ran.end()));
        List<Slot> covering = slots.stream()
                .filter(slot -> slot.from().isBefore(ran.end()) && slot.to().isAfter(ran.start()))
                .toList();
        int count = covering.size();
        List<Slot> around = around(covering);
        int first = around.indexOf(covering.get(0));
        return new ActivityEffect(
                Source.SLOTS,
                span(around.subList(first - count, first)),
                span(covering),
                span(around.subList(first + count, first + 2 * count)),
                items(activity, context).stream()
                        .map(item -> uplift(item, covering))
                        .toList());
    }

    /** Enough slots before and after those that cover it. */
    private List<Slot> around(List<Slot> covering) {
        int count = covering.size();
        LocalDate from = covering.get(0).id().date();
        LocalDate to = covering.get(count - 1).id().date();
        List<Slot> slots = slots(from, to);
        while (slots.indexOf(covering.get(0)) < count) {
            from = context.dayBefore(from);
            slots = slots(from, to);
        }
        while (slots.size() - slots.indexOf(covering.get(0)) < 2 * count) {
            to = context.dayAfter(to);
            slots = slots(from, to);
        }
        return slots;
    }

    private List<Slot> slots(LocalDate from, LocalDate to) {
        List<Slot> slots = new ArrayList<>();
        for (LocalDate date = from; !date.isAfter(to); date = context.dayAfter(date)) {
            slots.addAll(day(date).slots());
        }
        return slots;
    }

    private BusinessDay day(LocalDate date) {
        return context.rosterOn(date).slotPlan().day(date, context.store().zone());
    }

    private LocalDate dateOf(Instant at) {
        return at.atZone(context.store().zone()).toLocalDate();
    }

    /** The items that take part. */
    static List<String> items(Activity activity, Context context) {
        return activity.plan().offers().stream()
                .flatMap(offer -> context.catalogue().skus().find(offer.sku()).stream())
                .map(Sku::itemId)
                .distinct()
                .toList();
    }

    private Span span(List<Slot> slots) {
        return new Span(
                slots.get(0).from(),
                slots.get(slots.size() - 1).to(),
                items(activity, context).stream()
                        .map(item -> new ItemFigures(item, figures(item, slots)))
                        .toList());
    }

    private Figures figures(String item, List<Slot> slots) {
        TreeMap<LocalDate, List<Slot>> byDate = new TreeMap<>();
        slots.forEach(slot -> byDate.computeIfAbsent(slot.id().date(), date -> new ArrayList<>())
                .add(slot));
        Figures.Builder figures = Figures.builder();
        for (Metric metric : Metric.all()) {
            // Within a day persons are differences of a counter that knows each of them once; over days nobody does.
            if (metric.additive() || byDate.size() == 1) {
                sum(item, metric, byDate).ifPresent(value -> figures.set(metric, value));
            }
        }
        return figures.build();
    }

    private OptionalLong sum(String item, Metric metric, Map<LocalDate, List<Slot>> byDate) {
        long sum = 0;
        for (Map.Entry<LocalDate, List<Slot>> day : byDate.entrySet()) {
            List<Slot> slots = day.getValue();
            OptionalLong value = value(
                    item,
                    metric,
                    day.getKey(),
                    slots.get(0).id().number(),
                    slots.get(slots.size() - 1).id().number());
            if (value.isEmpty()) {
                return value;
            }
            sum = Math.addExact(sum, value.getAsLong());
        }
        return OptionalLong.of(sum);
    }

    /** What adjoining slots of a day have together; what was merged counts if it lies wholly in them (R30). */
    private OptionalLong value(String item, Metric metric, LocalDate date, int first, int last) {
        Optional<SubjectDay> found = DayFigures.load(context, date).subjectDays().stream()
                .filter(each -> each.subject().equals(Subject.ofItem(item)))
                .findFirst();
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        long sum = 0;
        int slot = first;
        while (slot <= last) {
            int number = slot;
            OptionalLong alone = found.get().slot(number).find(metric);
            Optional<MergedSpan> merged = found.get().merged().stream()
                    .filter(each -> each.metric() == metric && each.first() == number && each.last() <= last)
                    .findFirst();
            if (alone.isEmpty() && merged.isEmpty()) {
                return OptionalLong.empty();
            }
            sum = Math.addExact(sum, alone.orElseGet(() -> merged.orElseThrow().value()));
            slot = alone.isPresent() ? number + 1 : merged.orElseThrow().last() + 1;
        }
        return OptionalLong.of(sum);
    }

    private Uplift uplift(String item, List<Slot> covering) {
        OptionalLong amount = figures(item, covering).find(Metric.AMOUNT);
        List<Long> ordinary = ordinary(item, covering);
        boolean enough = ordinary.size()
                >= context.rosterOn(covering.get(0).id().date())
                        .rules()
                        .detection()
                        .minSample();
        return new Uplift(
                item, amount, enough ? OptionalLong.of(median(ordinary)) : OptionalLong.empty(), ordinary.size());
    }

    /** What the same slots brought on days before on which no other campaign ran on the item, as far as that is known. */
    private List<Long> ordinary(String item, List<Slot> covering) {
        LocalDate first = covering.get(0).id().date();
        long most = context.rosterOn(first).activities().baselineDays();
        List<Campaign> campaigns =
                context.rows().all(Query.of(Campaign.TABLE, context.store().id()));
        List<Long> ordinary = new ArrayList<>();
        for (int back = 1; back <= most; back++) {
            int days = back;
            List<Slot> same =
                    covering.stream().flatMap(slot -> same(slot, days).stream()).toList();
            boolean whole = same.size() == covering.size() && !overlaps(same, first);
            if (whole && same.stream().noneMatch(slot -> isOfCampaign(campaigns, item, slot))) {
                figures(item, same).find(Metric.AMOUNT).ifPresent(ordinary::add);
            }
        }
        return ordinary;
    }

    /** The slot between the same hours so many dates earlier, if the roster of that date has one. */
    private Optional<Slot> same(Slot slot, int back) {
        LocalDate date = slot.id().date().minusDays(back);
        return context.expects(date)
                ? day(date).slots().stream()
                        .filter(other -> timeOf(other.from()).equals(timeOf(slot.from()))
                                && timeOf(other.to()).equals(timeOf(slot.to())))
                        .findFirst()
                : Optional.empty();
    }

    private LocalTime timeOf(Instant at) {
        return at.atZone(context.store().zone()).toLocalTime();
    }

    private static boolean overlaps(List<Slot> same, LocalDate first) {
        return same.stream().anyMatch(slot -> !slot.id().date().isBefore(first));
    }

    private boolean isOfCampaign(List<Campaign> campaigns, String item, Slot slot) {
        BusinessDay day = day(slot.id().date());
        return campaigns.stream()
                .filter(campaign -> campaign.offers().stream()
                        .anyMatch(offer -> context.catalogue()
                                .skus()
                                .find(offer.sku())
                                .filter(sku -> sku.itemId().equals(item))
                                .isPresent()))
                .anyMatch(campaign -> campaign.ranWithin(day.start(), day.end()));
    }

    private static long median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : Math.floorDiv(Math.addExact(sorted.get(middle - 1), sorted.get(middle)) + 1, 2);
    }
}

package io.storeops.activity;

import io.storeops.act.Context;
import io.storeops.activity.ActivityEffect.ItemFigures;
import io.storeops.activity.ActivityEffect.Source;
import io.storeops.activity.ActivityEffect.Span;
import io.storeops.activity.ActivityEffect.Uplift;
import io.storeops.catalog.Money;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.kpi.Ratio;
import io.storeops.step.Step;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The report of an activity as a document, in the store's language: what is missing is named, and never 0 (R26).
 *
 * @param context the store, its rows and its language
 * @param activity the activity
 * @param effect what became of its items; empty while it has not run
 */
record ActivityReport(Context context, Activity activity, Optional<ActivityEffect> effect) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    Document document() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Fields(fields()));
        List<Step> steps = Approving.steps(context, activity);
        if (!steps.isEmpty()) {
            blocks.add(heading(ActivityWords.STEPS));
            blocks.add(steps(steps));
        }
        List<EffectReading> readings = Ending.readings(context, activity.id());
        if (!readings.isEmpty()) {
            blocks.add(heading(ActivityWords.READINGS));
            blocks.add(readings(readings));
        }
        effect.ifPresent(told -> {
            blocks.add(heading(ActivityWords.SPANS));
            blocks.add(spans(told));
            blocks.add(new Block.Text(
                    Line.of(say(told.source() == Source.ORDERS ? ActivityWords.BY_ORDERS : ActivityWords.BY_SLOTS))));
            blocks.add(heading(ActivityWords.UPLIFT));
            blocks.add(uplifts(told.uplifts()));
        });
        return Document.of(
                Line.ofName(context.store().name())
                        .and(" " + say(ActivityWords.REPORT) + " ")
                        .and(Line.ofName(activity.plan().title())),
                blocks);
    }

    private List<Block.Field> fields() {
        ActivityCourse course = activity.course();
        List<Block.Field> fields = new ArrayList<>();
        fields.add(field(ActivityWords.KIND, Cell.of(activity.kind().name())));
        fields.add(field(ActivityWords.STATE, Cell.of(activity.state().name())));
        fields.add(field(ActivityWords.WINDOW, Cell.of(local(activity.start()) + " - " + local(activity.end()))));
        course.startedAt()
                .ifPresent(at -> fields.add(field(
                        ActivityWords.STARTED,
                        Cell.of(local(at) + (activity.startedLate() ? " " + say(ActivityWords.LATE) : "")))));
        course.endedAt().ifPresent(at -> fields.add(field(ActivityWords.ENDED, Cell.of(local(at)))));
        course.reason().ifPresent(why -> fields.add(field(ActivityWords.ENDED_BECAUSE, Cell.of(why.name()))));
        Optional<Long> quota = activity.plan().quota();
        course.sold()
                .ifPresent(sold -> quota.ifPresent(units -> {
                    fields.add(field(ActivityWords.SOLD, Cell.of(sold + "/" + units)));
                    fields.add(field(ActivityWords.SELL_THROUGH, new Cell.Share(Ratio.of(sold, units))));
                }));
        return fields;
    }

    private Block.Table steps(List<Step> steps) {
        return new Block.Table(
                List.of(
                        text(ActivityWords.RUN),
                        text(ActivityWords.STEP),
                        text(ActivityWords.STATE),
                        text(ActivityWords.DUE),
                        text(ActivityWords.DONE)),
                steps.stream()
                        .map(step -> Block.Row.of(List.of(
                                Cell.of(Line.ofName(step.run())),
                                Cell.of(step.name()),
                                Cell.of(step.state().name()),
                                Cell.of(local(step.due())),
                                step.course()
                                        .doneAt()
                                        .map(at ->
                                                Cell.of(local(at) + (step.late() ? " " + say(ActivityWords.LATE) : "")))
                                        .orElseGet(this::missing))))
                        .toList());
    }

    private Block.Table readings(List<EffectReading> readings) {
        return new Block.Table(
                List.of(
                        text(ActivityWords.AT),
                        text(ActivityWords.SOLD),
                        number(ActivityWords.SELL_THROUGH),
                        number(ActivityWords.BUYERS),
                        number(ActivityWords.VISITORS),
                        number(ActivityWords.CONVERSION)),
                readings.stream().map(this::row).toList());
    }

    private Block.Row row(EffectReading reading) {
        Effect read = reading.effect();
        return Block.Row.of(List.of(
                Cell.of(local(reading.read().at())),
                Cell.of(read.sold() + read.quota().map(units -> "/" + units).orElse("")),
                share(read.sellThrough()),
                read.buyers().map(Cell::of).orElseGet(this::missing),
                read.visitors().map(Cell::of).orElseGet(this::missing),
                share(read.conversion())));
    }

    private Block.Table spans(ActivityEffect told) {
        return new Block.Table(
                List.of(
                        text(ActivityWords.SPAN),
                        text(ActivityWords.ITEM),
                        number(ActivityWords.AMOUNT),
                        number(ActivityWords.VISITORS),
                        number(ActivityWords.BUYERS),
                        number(ActivityWords.CONVERSION)),
                Stream.of(
                                rows(ActivityWords.BEFORE, told.before()),
                                rows(ActivityWords.DURING, told.during()),
                                rows(ActivityWords.AFTER, told.after()))
                        .flatMap(rows -> rows)
                        .toList());
    }

    private Stream<Block.Row> rows(ActivityWords which, Span span) {
        return span.items().stream().map(item -> row(which, span, item));
    }

    private Block.Row row(ActivityWords which, Span span, ItemFigures item) {
        Figures figures = item.figures();
        return Block.Row.of(List.of(
                Cell.of(say(which) + " " + local(span.from()) + " - " + local(span.to())),
                Cell.of(Line.ofName(item.item())),
                money(figures.find(Metric.AMOUNT)),
                whole(figures.find(Metric.VISITORS)),
                whole(figures.find(Metric.BUYERS)),
                share(figures.conversion())));
    }

    private Block.Table uplifts(List<Uplift> uplifts) {
        return new Block.Table(
                List.of(
                        text(ActivityWords.ITEM),
                        number(ActivityWords.AMOUNT),
                        number(ActivityWords.BASELINE),
                        number(ActivityWords.DAYS),
                        number(ActivityWords.MORE)),
                uplifts.stream()
                        .map(each -> Block.Row.of(List.of(
                                Cell.of(Line.ofName(each.item())),
                                money(each.amountMinor()),
                                each.baselineMinor().isPresent()
                                        ? money(each.baselineMinor())
                                        : new Cell.Missing(say(ActivityWords.LEARNING)),
                                Cell.of(each.days()),
                                share(each.ratio()))))
                        .toList());
    }

    private Block.Field field(ActivityWords label, Cell value) {
        return new Block.Field(Line.of(say(label)), value);
    }

    private Block.Heading heading(ActivityWords words) {
        return new Block.Heading(Line.of(say(words)));
    }

    private Block.Column text(ActivityWords words) {
        return Block.Column.text(say(words));
    }

    private Block.Column number(ActivityWords words) {
        return Block.Column.number(say(words));
    }

    private Cell money(OptionalLong minor) {
        return minor.isPresent()
                ? new Cell.Amount(
                        Money.ofMinor(minor.getAsLong(), context.store().currency()))
                : missing();
    }

    private Cell whole(OptionalLong value) {
        return value.isPresent() ? Cell.of(value.getAsLong()) : missing();
    }

    private Cell share(Optional<Ratio> ratio) {
        return ratio.<Cell>map(Cell.Share::new).orElseGet(this::missing);
    }

    private Cell missing() {
        return new Cell.Missing(say(ActivityWords.MISSING));
    }

    private String say(ActivityWords words) {
        return words.in(context.store().language());
    }

    private String local(Instant instant) {
        return MINUTE.format(instant.atZone(context.store().zone()));
    }
}

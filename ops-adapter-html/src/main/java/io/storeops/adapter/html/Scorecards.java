package io.storeops.adapter.html;

import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.SubjectDay;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import io.storeops.kpi.Score;
import io.storeops.reporting.Attainment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The day in numbers: the target, the totals, the measures. */
final class Scorecards {
    private final Notation notation;
    private final Markup markup;

    Scorecards(Notation notation, Markup markup) {
        this.notation = notation;
        this.markup = markup;
    }

    void write(SubjectDay storeDay, Optional<Attainment> target, List<Score> scores) {
        markup.open("section", "class", "grid top");
        markup.open("div", "class", "card").say("p", Phrase.TARGET, "class", "label");
        target.ifPresentOrElse(this::target, () -> markup.say("p", Phrase.NO_TARGET, "class", "mid"));
        markup.close();
        totals(storeDay.totals());
        markup.close();
        if (!scores.isEmpty()) {
            markup.open("section").say("h2", Phrase.QUALITY).open("div", "class", "grid four");
            scores.forEach(this::score);
            markup.close().close();
        }
    }

    private void target(Attainment attainment) {
        Ratio ratio = attainment.score().ratio();
        boolean met = attainment.met();
        markup.open("p", "class", "big").text(ratio.text("N/A"));
        markup.open("span", "class", met ? "verdict good" : "verdict alert");
        markup.text(met ? "✓ " : "▲ ")
                .say(met ? Phrase.MET : Phrase.NOT_MET)
                .close()
                .close();
        meter(ratio, true);
        long aim = attainment.target().amountMinor();
        markup.open("dl", "class", "facts3");
        amount(Phrase.ACTUAL, attainment.actualMinor());
        amount(Phrase.AIM, aim);
        if (met) {
            amount(Phrase.SURPLUS, Math.subtractExact(attainment.actualMinor(), aim));
        } else {
            amount(Phrase.GAP, attainment.gapMinor());
        }
        markup.close().open("p", "class", "note", "style", "margin-top:8px").say(Phrase.PERIOD);
        markup.text(" " + attainment.target().from() + " – "
                        + attainment.target().to() + " · " + notation.currency())
                .close();
    }

    private void amount(Phrase phrase, long minor) {
        fact(phrase, notation.money(minor));
    }

    private void fact(Phrase phrase, String value) {
        markup.open("div").say("dt", phrase).leaf("dd", value).close();
    }

    private void totals(Figures totals) {
        markup.open("div", "class", "card").open("p", "class", "label", "style", "margin-bottom:12px");
        markup.say(Phrase.DAY_TOTALS).close().open("dl", "class", "facts2");
        for (Metric metric : Metric.keyMetrics()) {
            fact(
                    Phrase.of(metric),
                    totals.has(metric) ? notation.value(metric, totals.get(metric)) : Phrase.MISSING.chinese());
        }
        fact(Phrase.CONVERSION, totals.conversion().map(notation::percent).orElse(Phrase.MISSING.chinese()));
        markup.close().close();
    }

    private void score(Score score) {
        Ratio ratio = score.ratio();
        markup.open("div", "class", "card").open("p", "class", "label");
        markup.leaf("span", score.kpi().id(), "class", "note").text(" ").say(name(score.kpi()));
        markup.close().leaf("p", ratio.text("N/A"), "class", "mid");
        meter(ratio, false);
        boolean money = score.kpi() == Kpi.TARGET;
        markup.leaf(
                "p",
                money
                        ? notation.money(ratio.n()) + " / " + notation.money(ratio.d())
                        : notation.count(ratio.n()) + " / " + notation.count(ratio.d()),
                "class",
                "note");
        markup.close();
    }

    private static Phrase name(Kpi kpi) {
        return switch (kpi) {
            case K1_1 -> Phrase.ACCURACY;
            case K1_2 -> Phrase.COMPLETENESS;
            case K1_3 -> Phrase.COMPREHENSIVENESS;
            case K1_4 -> Phrase.PROMPTNESS;
            case K2_1 -> Phrase.HANDLED_PROMPTLY;
            case K2_2 -> Phrase.HANDLED_COMPLETELY;
            case K2_3 -> Phrase.HANDLED_ACCURATELY;
            case K2_4 -> Phrase.NONE_OMITTED;
            case K3_1 -> Phrase.EXECUTED_WITHOUT_ERROR;
            case K3_2 -> Phrase.EXECUTED_PROMPTLY;
            case K3_3 -> Phrase.FED_BACK_ACCURATELY;
            case K3_4 -> Phrase.EXECUTED_COMPLETELY;
            case K4_1 -> Phrase.COORDINATED_WITHOUT_ERROR;
            case K4_2 -> Phrase.PROBLEMS_PROMPTLY;
            case K4_3 -> Phrase.COORDINATED_PROMPTLY;
            case K4_4 -> Phrase.REPORTED_BACK;
            case TARGET -> Phrase.TARGET;
        };
    }

    /** A bar that repeats the percent beside it, so it is hidden from those who listen. Past 100 % the mark stays at 100. */
    private void meter(Ratio ratio, boolean marked) {
        double percent = ratio.percent().map(value -> value.doubleValue()).orElse(0.0);
        double whole = Math.max(100, percent);
        markup.open(
                "svg", "class", "meter", "viewBox", "0 0 100 8", "preserveAspectRatio", "none", "aria-hidden", "true");
        rect("track", 100);
        rect(percent >= 100 ? "done" : "bar", Math.max(0, percent) * 100 / whole);
        if (marked && percent > 100) {
            String x = String.format(Locale.ROOT, "%.2f", 100 * 100 / whole);
            markup.open("line", "class", "mark", "x1", x, "x2", x, "y1", "0", "y2", "8");
            markup.close();
        }
        markup.close();
    }

    private void rect(String style, double width) {
        markup.open(
                        "rect",
                        "class",
                        style,
                        "x",
                        "0",
                        "y",
                        "0",
                        "height",
                        "8",
                        "width",
                        String.format(Locale.ROOT, "%.2f", width))
                .close();
    }
}

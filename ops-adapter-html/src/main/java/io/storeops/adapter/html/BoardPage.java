package io.storeops.adapter.html;

import io.storeops.catalog.Store;
import io.storeops.figures.SubjectDay;
import io.storeops.figures.SubjectKind;
import io.storeops.kpi.Score;
import io.storeops.reporting.Attainment;
import io.storeops.reporting.DayBook;
import java.util.List;
import java.util.Optional;

/** The page as a whole: its head, and its sections in order of what is asked first. */
final class BoardPage {
    private final DayBook book;
    private final Optional<Attainment> target;
    private final List<Score> scores;
    private final Notation notation;
    private final Markup markup = new Markup();

    BoardPage(Store store, DayBook book, Optional<Attainment> target, List<Score> scores) {
        this.book = book;
        this.target = target;
        this.scores = scores;
        this.notation = new Notation(store, book.day());
    }

    String text() {
        List<SubjectDay> days = book.subjectDays();
        markup.open("html", "lang", "zh-CN");
        Head.write(markup, title(), false);
        markup.open("body");
        new Headline(book, notation, markup).write();
        markup.open("main");
        new Scorecards(notation, markup).write(storeDay(days), target, scores);
        charts(storeDay(days));
        tables(days);
        new ReleaseList(book, notation, markup).write();
        new CorrectionList(book, notation, markup).write();
        markup.close();
        markup.open("footer").open("p").text(Phrase.AS_OF.both() + " ");
        markup.text(notation.stamp(book.knownAt())).close().close();
        return markup.close().close().end();
    }

    private static SubjectDay storeDay(List<SubjectDay> days) {
        return days.stream()
                .filter(day -> day.subject().kind() == SubjectKind.STORE)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A day book has its store first, but there is none"));
    }

    private String title() {
        return notation.store().name() + " " + book.day().date() + " " + Phrase.BOARD.chinese() + " · "
                + Phrase.BOARD.english();
    }

    private void charts(SubjectDay store) {
        markup.open("section", "class", "grid two", "style", "margin-top:14px");
        new SlotBars(book, notation, markup).write(store);
        new CumulativeLine(target, notation, markup).write(store);
        markup.close();
    }

    private void tables(List<SubjectDay> days) {
        markup.open("section").say("h2", Phrase.SUBJECTS);
        legend();
        markup.open("div", "class", "grid tables");
        SubjectTable table = new SubjectTable(book, notation, markup);
        days.forEach(table::write);
        markup.close().close();
    }

    private void legend() {
        markup.open("div", "class", "legend");
        entry(Phrase.MISSING.chinese(), "missing", Phrase.LEGEND_MISSING);
        entry("-", "ahead", Phrase.LEGEND_UNDEFINED);
        entry("·", "ahead", Phrase.LEGEND_AHEAD);
        entry("改", "mark", Phrase.LEGEND_CORRECTED);
        entry("▸", "ahead", Phrase.LEGEND_LAST);
        entry(Phrase.MERGED.chinese(), "ahead", Phrase.LEGEND_MERGED);
        markup.close();
    }

    private void entry(String sign, String style, Phrase meaning) {
        markup.open("span")
                .leaf("span", sign, "class", style)
                .text(" ")
                .say(meaning)
                .close();
    }
}

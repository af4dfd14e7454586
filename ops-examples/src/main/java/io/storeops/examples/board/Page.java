package io.storeops.examples.board;

import io.storeops.figures.SubjectDay;
import io.storeops.figures.SubjectKind;
import java.util.List;

/** The page as a whole: its head, and its sections in order of what is asked first. */
final class Page {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private final Board board;
    private final Notation notation;
    private final Markup markup = new Markup();

    Page(Board board) {
        this.board = board;
        this.notation = board.notation();
    }

    String text() {
        List<SubjectDay> days = board.book().subjectDays();
        markup.open("html", "lang", "zh-CN");
        head();
        markup.open("body");
        new Headline(board, markup).write();
        markup.open("main");
        new Scorecards(board, markup).write(storeDay(days));
        charts(storeDay(days));
        tables(days);
        new ReleaseList(board, markup).write();
        new CorrectionList(board, markup).write();
        markup.close();
        markup.open("footer").open("p").text(Phrase.AS_OF.both() + " ");
        markup.text(notation.stamp(board.book().knownAt())).close().close();
        return markup.close().close().end();
    }

    private static SubjectDay storeDay(List<SubjectDay> days) {
        return days.stream()
                .filter(day -> day.subject().kind() == SubjectKind.STORE)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A day book has its store first, but there is none"));
    }

    private void head() {
        markup.open("head");
        markup.open("meta", "charset", "UTF-8");
        markup.open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        markup.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        markup.open("meta", "name", "color-scheme", "content", "light dark");
        markup.open("meta", "name", "referrer", "content", "no-referrer");
        markup.leaf(
                "title",
                board.store().name() + " " + board.book().day().date() + " " + Phrase.BOARD.chinese() + " · "
                        + Phrase.BOARD.english());
        markup.leaf("style", Stylesheet.text()).close();
    }

    private void charts(SubjectDay store) {
        markup.open("section", "class", "grid two", "style", "margin-top:14px");
        new SlotBars(board, markup).write(store);
        new CumulativeLine(board, markup).write(store);
        markup.close();
    }

    private void tables(List<SubjectDay> days) {
        markup.open("section").say("h2", Phrase.SUBJECTS);
        legend();
        markup.open("div", "class", "grid tables");
        SubjectTable table = new SubjectTable(board, markup);
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

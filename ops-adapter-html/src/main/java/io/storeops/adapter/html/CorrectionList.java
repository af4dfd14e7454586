package io.storeops.adapter.html;

import io.storeops.kpi.Ratio;
import io.storeops.reporting.DayBook;
import io.storeops.reporting.Release;
import io.storeops.reporting.SlotChange;
import java.util.List;
import java.util.Optional;

/** What corrections changed, old and new (R28). */
final class CorrectionList {
    private final DayBook book;
    private final Notation notation;
    private final Markup markup;

    CorrectionList(DayBook book, Notation notation, Markup markup) {
        this.book = book;
        this.notation = notation;
        this.markup = markup;
    }

    void write() {
        List<Release> corrections = book.releases().stream()
                .filter(release -> !release.changes().isEmpty())
                .toList();
        markup.open("section").say("h2", Phrase.CORRECTIONS).open("div", "class", "card");
        if (corrections.isEmpty()) {
            markup.say("p", Phrase.NONE);
        } else {
            table(corrections);
        }
        markup.close().close();
    }

    private void table(List<Release> corrections) {
        FramedTable.open(markup, "left", "corrections");
        FramedTable.hiddenCaption(markup, "corrections").say(Phrase.CORRECTIONS).close();
        markup.open("thead").open("tr");
        for (Phrase column : List.of(Phrase.RELEASE, Phrase.ACCEPTED, Phrase.SUBJECT, Phrase.SLOT, Phrase.VALUE)) {
            markup.say("th", column, "scope", "col");
        }
        markup.say("th", Phrase.CHANGE, "scope", "col", "class", "number");
        markup.say("th", Phrase.CONVERSION, "scope", "col", "class", "number");
        markup.say("th", Phrase.REASON, "scope", "col").close().close().open("tbody");
        corrections.forEach(release -> release.changes().forEach(change -> row(release, change)));
        FramedTable.close(markup.close());
    }

    private void row(Release release, SlotChange change) {
        markup.open("tr").leaf("th", ReleaseList.name(release), "scope", "row");
        ReleaseList.accepted(release, notation, markup);
        markup.open("td").say(Phrase.of(change.subject().kind())).text(" ");
        SubjectName.write(book, change.subject(), markup);
        markup.close();
        boolean ofTheDay = change.slot().date().equals(book.day().date());
        markup.leaf("td", ofTheDay ? change.slotNumbers() : change.slot().date() + " " + change.slotNumbers());
        markup.say("td", Phrase.of(change.metric()));
        markup.open("td", "class", "number").text(value(change, Optional.of(change.before())) + " → ");
        markup.leaf("b", value(change, change.now())).close();
        markup.leaf(
                "td",
                conversion(change.beforeConversion()) + " → " + conversion(change.nowConversion()),
                "class",
                "number");
        markup.say("td", reason(change)).close();
    }

    private String value(SlotChange change, Optional<Long> value) {
        return value.map(number -> notation.value(change.metric(), number)).orElse(Phrase.MISSING.chinese());
    }

    private String conversion(Optional<Ratio> ratio) {
        return ratio.map(notation::percent).orElse(Phrase.MISSING.chinese());
    }

    private static Phrase reason(SlotChange change) {
        return change.reason().map(reason -> Phrase.valueOf(reason.name())).orElse(Phrase.ARRIVED);
    }
}

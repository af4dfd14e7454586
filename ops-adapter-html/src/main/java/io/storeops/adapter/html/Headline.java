package io.storeops.adapter.html;

import io.storeops.reporting.DayBook;
import io.storeops.reporting.DayState;
import java.util.Locale;

/** Which store, which day, how settled, as of when. */
final class Headline {
    private final DayBook book;
    private final Notation notation;
    private final Markup markup;

    Headline(DayBook book, Notation notation, Markup markup) {
        this.book = book;
        this.notation = notation;
        this.markup = markup;
    }

    void write() {
        markup.open("header").open("div").open("h1").foreign(notation.store().name());
        markup.open("span", "class", "id")
                .foreign(notation.store().id().value())
                .close();
        markup.close().open("div", "class", "facts");
        markup.open("span").leaf("b", book.day().date().toString()).text(" ");
        markup.text(notation.weekday(Locale.SIMPLIFIED_CHINESE)).text(" ");
        markup.leaf("span", notation.weekday(Locale.ENGLISH), "class", "en", "lang", "en")
                .close();
        fact(Phrase.ZONE, notation.store().zone().getId());
        fact(Phrase.AS_OF, notation.stamp(book.knownAt()));
        markup.close().close();
        state(book.state());
        markup.close();
    }

    private void fact(Phrase phrase, String text) {
        markup.open("span").say(phrase).text(" ").leaf("b", text).close();
    }

    private void state(DayState state) {
        boolean done = state.phase() == DayState.Phase.FINAL;
        markup.open("p", "class", done ? "state final" : "state").text(done ? "✓ " : "○ ");
        markup.say(Phrase.valueOf(state.phase().name()));
        if (done) {
            markup.text(" v" + state.version());
        }
        state.since()
                .ifPresent(since -> markup.open("span", "class", "note")
                        .text(" · ")
                        .say(Phrase.SINCE)
                        .text(" " + notation.time(since))
                        .close());
        markup.close();
    }
}

package io.storeops.adapter.html;

import io.storeops.figures.Metric;
import io.storeops.figures.MissingValue;
import io.storeops.figures.Subject;
import io.storeops.publishing.DeliveryState;
import io.storeops.reporting.DayBook;
import io.storeops.reporting.DayState;
import io.storeops.reporting.Release;
import io.storeops.reporting.ReleaseState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Every boundary of the day with its releases, or with what stands in their way (R23, R24). */
final class ReleaseList {
    private static final int COLUMNS = 7;

    private final DayBook book;
    private final Notation notation;
    private final Markup markup;

    ReleaseList(DayBook book, Notation notation, Markup markup) {
        this.book = book;
        this.notation = notation;
        this.markup = markup;
    }

    static String name(Release release) {
        return String.format(Locale.ROOT, "P%02d v%d", release.slot().number(), release.version());
    }

    void write() {
        markup.open("section").say("h2", Phrase.RELEASES).open("div", "class", "card");
        FramedTable.open(markup, "left", "releases");
        FramedTable.hiddenCaption(markup, "releases").say(Phrase.RELEASES).close();
        markup.open("thead").open("tr");
        for (Phrase column : List.of(
                Phrase.RELEASE,
                Phrase.BOUNDARY,
                Phrase.DUE,
                Phrase.ACCEPTED,
                Phrase.TIMELINESS,
                Phrase.READINGS,
                Phrase.AUTHOR)) {
            markup.say("th", column, "scope", "col");
        }
        markup.close().close().open("tbody");
        int boundaries = book.day().plan().boundaries().size();
        for (int number = 1; number <= boundaries; number++) {
            boundary(number);
        }
        lastSlot(boundaries + 1);
        FramedTable.close(markup.close()).close().close();
    }

    private void boundary(int number) {
        List<Release> releases = book.releases().stream()
                .filter(release -> release.slot().number() == number)
                .sorted(Comparator.comparingInt(Release::version))
                .toList();
        releases.forEach(this::release);
        if (releases.isEmpty()) {
            open(String.format(Locale.ROOT, "P%02d", number), notation.boundary(number));
            markup.leaf("td", notation.time(book.day().releaseDue(number))).leaf("td", "");
            standing(number);
            markup.leaf("td", "").leaf("td", "").close();
        }
    }

    private void open(String name, String boundary) {
        markup.open("tr").leaf("th", name, "scope", "row").leaf("td", boundary);
    }

    private void standing(int number) {
        ReleaseState state = book.stateOf(number);
        if (book.overdue(number)) {
            markup.open("td", "class", "alert").text("▲ ").say(Phrase.OVERDUE).text(" · ");
        } else {
            markup.open("td").text("○ ");
        }
        markup.say(Phrase.valueOf(state.name())).close();
    }

    private void release(Release release) {
        open(name(release), notation.boundary(release.slot().number()));
        markup.leaf("td", release.version() == 1 ? notation.time(release.dueAt()) : "");
        accepted(release, notation, markup);
        timeliness(release);
        readings(release);
        markup.open("td").foreign(release.author().value()).close().close();
    }

    /** When it was accepted; on a person's word, whose, and what they say where nothing proves it. */
    static void accepted(Release release, Notation notation, Markup markup) {
        markup.open("td").text(release.acceptedAt().map(notation::time).orElse(""));
        release.confirmation().ifPresent(word -> {
            markup.text(" · ");
            if (word.proven()) {
                markup.say(Phrase.PROVEN_BY).text(" ");
            } else {
                markup.say(Phrase.WITHOUT_PROOF).text(" " + notation.time(word.stated()) + " ");
            }
            markup.foreign(word.by().value());
        });
        markup.close();
    }

    private void timeliness(Release release) {
        if (release.acceptedAt().isEmpty()) {
            waiting(release);
            return;
        }
        switch (release.timeliness()) {
            case ON_TIME -> markup.open("td", "class", "good").text("✓ ").say(Phrase.ON_TIME);
            case LATE ->
                markup.open("td", "class", "alert")
                        .text("▲ ")
                        .say(Phrase.LATE)
                        .text(" "
                                + notation.lateness(
                                        release.dueAt(), release.acceptedAt().orElseThrow()));
            case CORRECTION -> markup.open("td").text("↻ ").say(Phrase.CORRECTED);
            case OPEN -> markup.open("td").text("○ ").say(Phrase.WAITING);
        }
        markup.close();
    }

    private void waiting(Release release) {
        Phrase standing = switch (release.delivery()) {
            case UNKNOWN -> Phrase.UNKNOWN;
            case REJECTED -> Phrase.REJECTED;
            case BY_HAND -> Phrase.BY_HAND;
            case PENDING, CLAIMED, SENDING, SENT -> Phrase.WAITING;
        };
        boolean overdue = release.version() == 1 && !book.knownAt().isBefore(release.dueAt());
        boolean failed = release.delivery() == DeliveryState.UNKNOWN || release.delivery() == DeliveryState.REJECTED;
        markup.open("td", "class", overdue || failed ? "alert" : "plain").text(overdue || failed ? "▲ " : "○ ");
        if (overdue) {
            markup.say(Phrase.OVERDUE).text(" · ");
        }
        markup.say(standing).close();
    }

    private void readings(Release release) {
        if (release.complete()) {
            markup.say("td", Phrase.WHOLE);
            return;
        }
        markup.open("td", "class", "wrap").open("span", "class", "alert").text("▲ ");
        markup.say(Phrase.INCOMPLETE).close().text(" " + Phrase.MISSING.chinese() + ": ");
        Map<Subject, List<Metric>> missing = new TreeMap<>();
        for (MissingValue value : release.missing()) {
            missing.computeIfAbsent(value.subject(), subject -> new ArrayList<>())
                    .add(value.metric());
        }
        String separator = "";
        for (Map.Entry<Subject, List<Metric>> entry : missing.entrySet()) {
            markup.text(separator + Phrase.of(entry.getKey().kind()).chinese() + " ");
            SubjectName.write(book, entry.getKey(), markup);
            metrics(entry.getValue());
            separator = "; ";
        }
        markup.close();
    }

    private void metrics(List<Metric> metrics) {
        if (metrics.equals(Metric.keyMetrics())) {
            markup.text(" ").say(Phrase.EVERYTHING);
            return;
        }
        metrics.forEach(metric -> markup.text(" ").say(Phrase.of(metric)));
    }

    /** The last slot has no boundary of its own: it goes out with the next day's first release (R22). */
    private void lastSlot(int number) {
        DayState state = book.state();
        boolean done = state.phase() == DayState.Phase.FINAL;
        markup.open("tr")
                .open("th", "scope", "row")
                .say(Phrase.SLOT)
                .text(" " + number)
                .close();
        markup.leaf("td", "24:00").leaf("td", "");
        markup.leaf("td", done ? state.since().map(notation::time).orElse("") : "");
        markup.open("td", "colspan", Integer.toString(COLUMNS - 4), "class", "wrap")
                .text(done ? "✓ " : "○ ");
        markup.say(Phrase.NEXT_FIRST).close().close();
    }
}

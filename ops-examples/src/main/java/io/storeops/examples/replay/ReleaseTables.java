package io.storeops.examples.replay;

import io.storeops.calendar.SlotId;
import io.storeops.figures.Figures;
import io.storeops.reporting.DayBook;
import io.storeops.reporting.Release;
import io.storeops.reporting.ReleaseState;
import io.storeops.reporting.SlotChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code releases.csv} and {@code restatements.csv}: what was published, and what corrections changed of it. */
final class ReleaseTables {
    private final Books books;
    private final Notation notation;

    ReleaseTables(Books books, Notation notation) {
        this.books = books;
        this.notation = notation;
    }

    /** A boundary with what was released of it; nothing if it was missed. */
    private record Boundary(DayBook book, SlotId slot, Optional<Release> release) {
        int version() {
            return release.map(Release::version).orElse(1);
        }

        Optional<Instant> due() {
            return version() == 1 ? Optional.of(book.day().releaseDue(slot.number())) : Optional.empty();
        }

        String shown(Function<Release, String> cell) {
            return release.map(cell).orElse("");
        }
    }

    private record Change(Release release, SlotChange change) {}

    ResultTable releases() {
        List<Boundary> rows = new ArrayList<>();
        books.days().forEach(day -> rows.addAll(boundaries(day.book())));
        return TableLayout.<Boundary>of("releases.csv")
                .key("release", row -> Notation.name(row.slot()))
                .key("version", row -> Integer.toString(row.version()))
                .key(
                        "boundary",
                        row -> Notation.boundary(row.book().day().plan().boundaryOf(row.slot())))
                .column("due_at", row -> row.due().map(notation::instant).orElse(""))
                .column(
                        "accepted_at",
                        row -> row.shown(release ->
                                release.acceptedAt().map(notation::instant).orElse("")))
                .column(
                        "timeliness",
                        row -> row.release()
                                .map(release -> release.timeliness().name())
                                .orElse(ReleaseState.MISSED.name()))
                .column("slot_closed", row -> Integer.toString(row.slot().number()))
                .column("complete", row -> row.shown(release -> Notation.yesNo(release.complete())))
                .column("missing", row -> row.shown(release -> String.join(";", Notation.missing(release.missing()))))
                .figures(row -> row.release()
                        .map(release -> release.storeDay().totals())
                        .orElse(Figures.NONE))
                .table(rows);
    }

    private static List<Boundary> boundaries(DayBook book) {
        List<Boundary> rows = new ArrayList<>();
        for (Release release : book.releases()) {
            rows.add(new Boundary(book, release.slot(), Optional.of(release)));
        }
        for (int number = 1; number <= book.day().plan().boundaries().size(); number++) {
            if (book.stateOf(number) == ReleaseState.MISSED) {
                rows.add(new Boundary(book, SlotId.of(book.day().date(), number), Optional.empty()));
            }
        }
        rows.sort(Comparator.comparing(Boundary::slot).thenComparing(Boundary::version));
        return rows;
    }

    ResultTable restatements() {
        List<Change> rows = books.releases()
                .sorted(Comparator.comparing(Release::slot).thenComparing(Release::version))
                .flatMap(release -> release.changes().stream().map(change -> new Change(release, change)))
                .toList();
        return TableLayout.<Change>of("restatements.csv")
                .key("data_date", row -> row.change().slot().date().toString())
                .key("release", row -> Notation.name(row.release().slot()))
                .key("version", row -> Integer.toString(row.release().version()))
                .key("boundary", row -> Notation.boundary(row.release().boundary()))
                .column("reason", row -> row.change().reason().map(Enum::name).orElse(""))
                .key("subject_id", row -> row.change().subject().id())
                .key("slot", row -> Integer.toString(row.change().slot().number()))
                .key("field", row -> row.change().metric().column())
                .column("old", row -> Long.toString(row.change().before()))
                .column("new", row -> Notation.number(row.change().now()))
                .column(
                        "old_conversion",
                        row -> Notation.conversion(row.change().beforeConversion()))
                .column(
                        "new_conversion",
                        row -> Notation.conversion(row.change().nowConversion()))
                .table(rows);
    }
}

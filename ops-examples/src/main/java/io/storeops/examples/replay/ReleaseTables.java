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

/**
 * {@code releases.csv} and {@code restatements.csv}: what was published, and what corrections changed of it.
 *
 * @param books what is known of its dates
 * @param notation how values are written
 */
record ReleaseTables(Books books, Notation notation) {
    /** A boundary with what was released of it; nothing if it was missed. */
    private record Boundary(DayBook book, SlotId slot, Optional<Release> release) {
        int version() {
            return release.map(Release::version).orElse(1);
        }

        Optional<Instant> due() {
            return version() == 1 ? Optional.of(book.day().releaseDue(slot.number())) : Optional.empty();
        }
    }

    private record Change(Release release, SlotChange change) {}

    ResultTable releases() {
        return new TableLayout<Boundary>("releases.csv", notation)
                .key("release", row -> Notation.name(row.slot()))
                .key("version", Boundary::version)
                .key("boundary", row -> row.book().day().plan().boundaryOf(row.slot()))
                .column("due_at", Boundary::due)
                .column("accepted_at", row -> row.release().flatMap(Release::acceptedAt))
                .column(
                        "timeliness",
                        row -> row.release().<Enum<?>>map(Release::timeliness).orElse(ReleaseState.MISSED))
                .column("slot_closed", row -> row.slot().number())
                .column("complete", row -> row.release().map(Release::complete))
                .column(
                        "missing",
                        row -> row.release().map(release -> String.join(";", Notation.missing(release.missing()))))
                .figures(row -> row.release()
                        .map(release -> release.storeDay().totals())
                        .orElse(Figures.NONE))
                .table(books.days().stream()
                        .flatMap(day -> boundaries(day.book()).stream())
                        .toList());
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
        return new TableLayout<Change>("restatements.csv", notation)
                .key("data_date", row -> row.change().slot().date())
                .key("release", row -> Notation.name(row.release().slot()))
                .key("version", row -> row.release().version())
                .key("boundary", row -> row.release().boundary())
                .column("reason", row -> row.change().reason())
                .key("subject_id", row -> row.change().subject().id())
                .key("slot", row -> row.change().slot().number())
                .key("field", row -> row.change().metric().column())
                .column("old", row -> row.change().before())
                .column("new", row -> row.change().now())
                .column("old_conversion", row -> row.change().beforeConversion())
                .column("new_conversion", row -> row.change().nowConversion())
                .table(rows);
    }
}

package io.storeops.examples.replay;

import io.storeops.reporting.Release;
import io.storeops.reporting.SlotChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The releases of the date, and what their corrections changed. */
final class ReleaseTables {
    private static final List<String> RELEASE_COLUMNS = List.of(
            "release",
            "version",
            "boundary",
            "due_at",
            "accepted_at",
            "timeliness",
            "slot_closed",
            "complete",
            "missing",
            "amount_minor",
            "visitors",
            "buyers",
            "conversion");
    private static final List<String> CHANGE_COLUMNS = List.of(
            "release",
            "version",
            "reason",
            "subject_id",
            "slot",
            "field",
            "old",
            "new",
            "old_conversion",
            "new_conversion");

    private final List<Release> releases;
    private final Notation notation;

    ReleaseTables(List<Release> releases, Notation notation) {
        this.releases = releases.stream()
                .sorted(Comparator.comparing(Release::slot).thenComparing(Release::version))
                .toList();
        this.notation = notation;
    }

    CsvTable releases() {
        return CsvTable.of(
                "releases.csv",
                RELEASE_COLUMNS,
                releases.stream().map(this::row).toList());
    }

    private List<String> row(Release release) {
        List<String> row = new ArrayList<>(List.of(
                Notation.name(release),
                Integer.toString(release.version()),
                Notation.boundary(release.boundary()),
                release.version() == 1 ? notation.instant(release.dueAt()) : "",
                release.acceptedAt().map(notation::instant).orElse(""),
                release.timeliness().name(),
                Integer.toString(release.slot().number()),
                release.complete() ? "yes" : "no",
                missing(release)));
        row.addAll(Notation.line(release.storeDay().totals()));
        return row;
    }

    private static String missing(Release release) {
        return String.join(
                ";",
                release.missing().stream()
                        .map(missing -> missing.subject().id())
                        .distinct()
                        .toList());
    }

    CsvTable restatements() {
        List<List<String>> rows = new ArrayList<>();
        for (Release release : releases) {
            release.changes().forEach(change -> rows.add(row(release, change)));
        }
        return CsvTable.of("restatements.csv", CHANGE_COLUMNS, rows);
    }

    private static List<String> row(Release release, SlotChange change) {
        return List.of(
                Notation.name(release),
                Integer.toString(release.version()),
                change.reason().map(Enum::name).orElse(""),
                change.subject().id(),
                Integer.toString(change.slot().number()),
                change.metric().column(),
                Notation.number(change.before()),
                Notation.number(change.now()),
                Notation.conversion(change.beforeConversion()),
                Notation.conversion(change.nowConversion()));
    }
}

package io.storeops.examples.replay;

import io.storeops.figures.Metric;
import io.storeops.figures.SubjectDay;
import io.storeops.figures.SubjectKind;
import io.storeops.reporting.DayBook;
import io.storeops.reporting.DayState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code day.csv}: the totals of each date whenever it became more settled.
 *
 * @param books what is known of its dates
 * @param notation how values are written
 */
record DayTable(Books books, Notation notation) {
    private record Settled(Books.Day day, DayState state, Instant since, int slots, SubjectDay totals) {
        /** A target may cover more than the day; what the other days brought counts with it. */
        String attainment() {
            if (totals.subject().kind() != SubjectKind.STORE) {
                return "";
            }
            return day.target()
                    .map(known -> known.target()
                            .attainment(known.actualMinor() - paidInAll() + paid(totals))
                            .ratio()
                            .text("N/A"))
                    .orElse("N/A");
        }

        private long paidInAll() {
            return day.book().subjectDays().stream()
                    .filter(other -> other.subject().kind() == SubjectKind.STORE)
                    .mapToLong(Settled::paid)
                    .sum();
        }

        private static long paid(SubjectDay shown) {
            return shown.totals().find(Metric.AMOUNT).orElse(0);
        }
    }

    ResultTable day() {
        List<Settled> rows = new ArrayList<>();
        books.days().forEach(day -> settle(day, rows));
        return new TableLayout<Settled>("day.csv", notation)
                .key("data_date", row -> row.totals().date())
                .key("subject_id", row -> row.totals().subject().id())
                .key("slots", Settled::slots)
                .column("day_state", row -> row.state().phase())
                .key("version", row -> row.state().version())
                .column("state_since", Settled::since)
                .figures(row -> row.totals().totals())
                .column("target_attainment", Settled::attainment)
                .table(rows);
    }

    private static void settle(Books.Day day, List<Settled> rows) {
        int boundaries = day.book().day().plan().boundaries().size();
        DayState before = new DayState(DayState.Phase.OPEN, Optional.empty(), 0);
        for (Instant since : day.acceptances()) {
            DayBook then = day.book().asOf(since);
            DayState state = then.state();
            if (state.phase() != before.phase() || state.version() != before.version()) {
                int slots = state.phase() == DayState.Phase.FINAL ? boundaries + 1 : boundaries;
                then.figures()
                        .subjectDays(slots)
                        .forEach(totals -> rows.add(new Settled(day, state, since, slots, totals)));
            }
            before = state;
        }
    }
}

package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.FileFaults;
import io.storeops.adapter.csv.file.RowRefused;
import io.storeops.adapter.csv.file.SourceFiles;
import io.storeops.adapter.csv.marketplace.Cells.Column;
import io.storeops.adapter.csv.marketplace.ReadingLayout.Role;
import io.storeops.calendar.SlotId;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Restatement;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectKind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads records as readings and adds those of the requested boundary and subjects. A record of another boundary of the plan
 * belongs to another request; one of no boundary at all is refused in every request.
 */
final class ReadingRows implements RowReader<Reading> {
    private final Cells cells;
    private final ReadingLayout layout;
    private final MetricsRequest request;
    private final String source;
    private final Set<Subject> wanted;
    private final boolean any;
    private final @Nullable LocalDate named;
    private final @Nullable Column boundary;
    private final @Nullable Column day;
    private final @Nullable Column observedAt;
    private final @Nullable Column kind;
    private final @Nullable Column subject;
    private final @Nullable Column quality;
    private final @Nullable Column reason;
    private final Map<Metric, Column> figures = new EnumMap<>(Metric.class);

    /**
     * Reads the records of one file.
     *
     * @param any whether every boundary and subject is wanted, whatever is asked for
     * @throws io.storeops.failure.AdapterException if its name has to state a day, and does not
     */
    ReadingRows(
            Cells cells,
            ReadingLayout layout,
            Map<String, Integer> places,
            MetricsRequest request,
            boolean any,
            Path file) {
        this.cells = cells;
        this.layout = layout;
        this.request = request;
        this.source = SourceFiles.name(file);
        this.named = layout.days().isEmpty() ? null : namedDay(layout, cells.zone(), file);
        this.wanted = new HashSet<>(request.subjects());
        this.any = any;
        Columns<Role> columns = new Columns<>(layout.columns(), places);
        this.boundary = columns.find(Role.BOUNDARY);
        this.day = columns.find(Role.DAY);
        this.observedAt = columns.find(Role.OBSERVED_AT);
        this.kind = columns.find(Role.SUBJECT_KIND);
        this.subject = columns.find(Role.SUBJECT);
        this.quality = columns.find(Role.QUALITY);
        this.reason = columns.find(Role.REASON);
        Columns<Metric> metrics = new Columns<>(layout.figures(), places);
        layout.figures().keySet().forEach(metric -> figures.put(metric, metrics.get(metric)));
    }

    @Override
    public void read(List<Reading> rows) throws RowRefused {
        SlotId slot = slot();
        if (!any && !slot.equals(request.slot())) {
            return;
        }
        Subject whom = whom();
        if (!any && !request.others() && !wanted.contains(whom)) {
            return;
        }
        rows.add(new Reading(
                whom,
                slot,
                observed(slot),
                values(),
                layout.semantics(),
                layout.quality().isPresent()
                        ? layout.quality().get()
                        : constant(present(quality, Role.QUALITY), Quality.class),
                source,
                reason == null || cells.missing(reason)
                        ? Optional.empty()
                        : Optional.of(constant(reason, Restatement.class))));
    }

    private static LocalDate namedDay(ReadingLayout layout, ZoneId zone, Path file) {
        return layout.days().stream()
                .flatMap(name -> name.of(file, zone).stream())
                .findFirst()
                .map(period -> period.from().atZone(zone).toLocalDate())
                .orElseThrow(() -> FileFaults.invalid(
                        file,
                        1,
                        "the rows say no day, and neither does the name of the file; put the day into its name, as"
                                + " readings.days of the profile says how"));
    }

    private SlotId slot() throws RowRefused {
        if (named != null) {
            return SlotId.of(named, request.plan().slots());
        }
        if (day != null) {
            return SlotId.of(cells.date(day), request.plan().slots());
        }
        Column column = present(boundary, Role.BOUNDARY);
        LocalDateTime at = cells.local(column, request.store().zone());
        Optional<SlotId> slot = request.plan().slotClosedAt(at);
        if (slot.isEmpty()) {
            throw cells.refused(
                    column,
                    "is not a boundary of the store (expected 00:00 or one of "
                            + request.plan().boundaries() + ")");
        }
        return slot.get();
    }

    private Instant observed(SlotId slot) throws RowRefused {
        return observedAt == null
                ? request.plan().day(slot.date(), request.store().zone()).closes(slot.number())
                : cells.instant(observedAt);
    }

    private Subject whom() throws RowRefused {
        if (subject == null) {
            return Subject.ofStore(request.store().id());
        }
        SubjectKind of = layout.kind().isPresent()
                ? layout.kind().get()
                : constant(present(kind, Role.SUBJECT_KIND), SubjectKind.class);
        try {
            return new Subject(of, cells.id(subject));
        } catch (IllegalArgumentException e) {
            // Its own message would show the text as it is, control characters and all.
            throw cells.refused(
                    subject,
                    "is not an id (expected 1 to 128 characters of the basic plane, without control characters)");
        }
    }

    private Figures values() throws RowRefused {
        Figures.Builder values = Figures.builder();
        for (Map.Entry<Metric, Column> figure : figures.entrySet()) {
            Column column = figure.getValue();
            if (!cells.missing(column)) {
                values.set(figure.getKey(), value(figure.getKey(), column));
            }
        }
        return values.build();
    }

    private long value(Metric metric, Column column) throws RowRefused {
        long value = switch (metric) {
            case AMOUNT, REFUNDED -> cells.amount(column, layout.unit());
            case VISITORS, BUYERS, ORDERS, UNITS, PAGE_VIEWS -> cells.count(column);
        };
        return cells.notBelow(0, column, value);
    }

    private <E extends Enum<E>> E constant(Column column, Class<E> type) throws RowRefused {
        String word = cells.word(column);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        throw cells.refused(column, "is none of " + Arrays.toString(type.getEnumConstants()));
    }

    private static Column present(@Nullable Column column, Role role) {
        if (column == null) {
            throw new IllegalStateException("The layout has no " + role);
        }
        return column;
    }
}

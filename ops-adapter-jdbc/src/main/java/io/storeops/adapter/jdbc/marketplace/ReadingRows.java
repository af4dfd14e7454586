package io.storeops.adapter.jdbc.marketplace;

import io.storeops.calendar.SlotId;
import io.storeops.feed.Period;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Restatement;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectKind;
import io.storeops.spi.ShownText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows as readings and adds those of the requested boundary and subjects. A row of another boundary of the plan belongs to another
 * request; one of no boundary at all is rejected in every request.
 */
final class ReadingRows implements RowReader<Reading> {
    private final ReadingLayout readings;
    private final MetricsRequest request;
    private final String source;
    private final Set<Subject> wanted;
    private final @Nullable Column boundary;
    private final @Nullable Column day;
    private final @Nullable Column observedAt;
    private final @Nullable Column kind;
    private final @Nullable Column subject;
    private final @Nullable Column quality;
    private final @Nullable Column reason;
    private final @Nullable Column currency;
    private final Map<Metric, Column> figures = new EnumMap<>(Metric.class);

    ReadingRows(ReadingLayout readings, Prepared prepared, MetricsRequest request, String source) {
        this.readings = readings;
        this.request = request;
        this.source = source;
        this.wanted = new HashSet<>(request.subjects());
        Map<Role, String> columns = readings.layout().columns();
        this.boundary = prepared.find(columns.get(Role.BOUNDARY));
        this.day = prepared.find(columns.get(Role.DAY));
        this.observedAt = prepared.find(columns.get(Role.OBSERVED_AT));
        this.kind = prepared.find(columns.get(Role.SUBJECT_KIND));
        this.subject = prepared.find(columns.get(Role.SUBJECT));
        this.quality = prepared.find(columns.get(Role.QUALITY));
        this.reason = prepared.find(columns.get(Role.REASON));
        this.currency = prepared.find(columns.get(Role.CURRENCY));
        readings.figures().forEach((metric, column) -> figures.put(metric, prepared.get(column)));
    }

    @Override
    public void read(Row row, List<Reading> rows) throws Rejected {
        SlotId slot = slot(row);
        if (!slot.equals(request.slot())) {
            return;
        }
        Subject whom = whom(row);
        if (!request.others() && !wanted.contains(whom)) {
            return;
        }
        row.requireCurrency(currency);
        String why = reason == null ? null : row.findText(reason);
        rows.add(new Reading(
                whom,
                slot,
                observed(row, slot),
                values(row),
                readings.semantics(),
                readings.quality().isPresent()
                        ? readings.quality().get()
                        : constant(
                                present(quality, Role.QUALITY),
                                row.text(present(quality, Role.QUALITY)),
                                Quality.class),
                source,
                reason == null || why == null
                        ? Optional.empty()
                        : Optional.of(constant(reason, why, Restatement.class))));
    }

    private SlotId slot(Row row) throws Rejected {
        if (day != null) {
            return SlotId.of(row.date(day), request.plan().slots());
        }
        if (boundary == null) {
            return request.slot();
        }
        LocalDateTime at = row.local(boundary, request.store().zone());
        Optional<SlotId> slot = request.plan().slotClosedAt(at);
        if (slot.isEmpty()) {
            throw Rejected.of(
                    boundary,
                    at,
                    "is not a boundary of the store (expected 00:00 or one of "
                            + request.plan().boundaries() + ")");
        }
        return slot.get();
    }

    private Instant observed(Row row, SlotId slot) throws Rejected {
        return observedAt == null
                ? request.plan().day(slot.date(), request.store().zone()).closes(slot.number())
                : row.instant(observedAt);
    }

    private Subject whom(Row row) throws Rejected {
        if (subject == null) {
            return Subject.ofStore(request.store().id());
        }
        SubjectKind of = readings.kind().isPresent()
                ? readings.kind().get()
                : constant(
                        present(kind, Role.SUBJECT_KIND),
                        row.text(present(kind, Role.SUBJECT_KIND)),
                        SubjectKind.class);
        return new Subject(of, row.checkedId(subject));
    }

    private Figures values(Row row) throws Rejected {
        Figures.Builder values = Figures.builder();
        for (Map.Entry<Metric, Column> figure : figures.entrySet()) {
            Column column = figure.getValue();
            if (!row.missing(column)) {
                long value = switch (figure.getKey()) {
                    case AMOUNT, REFUNDED ->
                        row.amount(column, readings.layout().unit());
                    case VISITORS, BUYERS, ORDERS, UNITS, PAGE_VIEWS -> row.count(column);
                };
                values.set(figure.getKey(), row.notBelow(0, column, value));
            }
        }
        return values.build();
    }

    private static <E extends Enum<E>> E constant(Column column, String word, Class<E> type) throws Rejected {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        throw Rejected.of(column, word, "is none of " + Arrays.toString(type.getEnumConstants()));
    }

    private static Column present(@Nullable Column column, Role role) {
        if (column == null) {
            throw new IllegalStateException("The configuration has no " + role);
        }
        return column;
    }

    @Override
    public Optional<String> key(Row row) {
        try {
            return subject == null
                    ? Optional.empty()
                    : Optional.ofNullable(row.findId(subject)).map(ShownText::of);
        } catch (Rejected e) {
            // The row is rejected anyway, and its number tells it.
            return Optional.empty();
        }
    }

    @Override
    public Optional<Period> when(Row row) {
        return Optional.of(Period.ALWAYS);
    }
}

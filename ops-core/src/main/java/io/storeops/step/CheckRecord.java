package io.storeops.step;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.evidence.Stamp;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that was said or found of a step: the check record of duty three (检查记录), and the history of a listing before and after.
 * Never changed; only its words can be redacted.
 *
 * @param store the store
 * @param step the step's id
 * @param number which record of the step, 1 or more
 * @param kind what it records
 * @param value what was there; empty if nobody said
 * @param change what was there before and after; empty if nobody said
 * @param measured how many units could be sold; empty if nobody said
 * @param quota how many were needed; empty if nobody said
 * @param passedOn to whom what follows was passed on, copied
 * @param words what is wrong, in words; empty if nothing is, or once redacted
 * @param made who recorded it, when, under which rules (R1)
 */
public record CheckRecord(
        StoreId store,
        String step,
        int number,
        Kind kind,
        Optional<String> value,
        Optional<StepAnswer.Change> change,
        Optional<Long> measured,
        Optional<Long> quota,
        List<StepAnswer.PassedOn> passedOn,
        Optional<String> words,
        Stamp made) {
    /** What is recorded of a step. */
    public enum Kind {
        /** It was answered OK. */
        OK,
        /** It was answered FAIL. */
        FAIL,
        /** It was answered FIXED. */
        FIXED,
        /** Whoever can put it right was told. */
        FEEDBACK_SENT,
        /** That was withdrawn, or rejected. */
        TAKEN_BACK,
        /** Another value was read back. */
        DIFFERED,
        /** An execution error was recorded. */
        ERROR
    }

    private static final Column<String> STEP = Column.text("step_id", "the step: run and step");
    private static final Column<Integer> NUMBER = Column.count("number", "which record of the step");
    private static final Column<Kind> KIND = Column.constant("kind", "what it records", Kind.class);
    private static final Column<String> VALUE = Column.text("value_text", "what was there");
    private static final Column<Boolean> CHANGED = Column.flag("changed", "that a change was told");
    private static final Column<String> BEFORE = Column.text("old_value", "what was there before");
    private static final Column<String> AFTER = Column.text("new_value", "what was there after it");
    private static final Column<Long> MEASURED = Column.number("measured", "how many units could be sold");
    private static final Column<Long> QUOTA = Column.number("quota", "how many units were needed");
    private static final Column<List<StepAnswer.PassedOn>> PASSED_ON = Column.list(
            "passed_on",
            "to whom what follows was passed on",
            place -> new StepAnswer.PassedOn(
                    place.text("to"), place.member("orders").number()),
            each -> Json.object(Map.of("to", Json.of(each.to()), "orders", Json.of(each.orders()))));
    private static final Column<String> WORDS = Column.text("words", "what is wrong, in words");
    private static final ColumnGroup<StepAnswer.Change> CHANGE = ColumnGroup.of(StepAnswer.Change.class)
            .column(CHANGED, change -> true)
            .optional(BEFORE, StepAnswer.Change::before)
            .optional(AFTER, StepAnswer.Change::after)
            .reads(row -> new StepAnswer.Change(row.find(BEFORE), row.find(AFTER)));
    private static final ColumnGroup<Stamp> MADE =
            Stamp.columns(Column.instant("made_at", "when it was recorded"), Column.actor("made_by", "by whom"));

    /** The table of check records. */
    public static final Table<CheckRecord> TABLE = Table.of("check_record", CheckRecord::store)
            .column(STEP, CheckRecord::step)
            .column(NUMBER, CheckRecord::number)
            .column(KIND, CheckRecord::kind)
            .optional(VALUE, CheckRecord::value)
            .optional(CHANGE, CheckRecord::change)
            .optional(MEASURED, CheckRecord::measured)
            .optional(QUOTA, CheckRecord::quota)
            .column(PASSED_ON, CheckRecord::passedOn)
            .personal(WORDS, CheckRecord::words)
            .group(MADE, CheckRecord::made)
            .key(STEP, NUMBER)
            .appendOnly()
            .reads(CheckRecord::read);

    /** Copies the list. */
    public CheckRecord {
        requireNonNull(store, "store");
        requireNonNull(step, "step");
        requireNonNull(kind, "kind");
        requireNonNull(value, "value");
        requireNonNull(change, "change");
        requireNonNull(measured, "measured");
        requireNonNull(quota, "quota");
        passedOn = ImmutableList.copyOf(passedOn);
        requireNonNull(words, "words");
        requireNonNull(made, "made");
    }

    private static CheckRecord read(Row row) {
        return new CheckRecord(
                row.store(),
                row.get(STEP),
                row.get(NUMBER),
                row.get(KIND),
                row.find(VALUE),
                row.find(CHANGE),
                row.find(MEASURED),
                row.find(QUOTA),
                row.get(PASSED_ON),
                row.find(WORDS),
                row.get(MADE));
    }

    /** What an answer records. */
    static CheckRecord of(Step after, StepAnswer answer, Stamp made) {
        return new CheckRecord(
                after.store(),
                after.id(),
                after.course().records(),
                Kind.valueOf(answer.said().name()),
                answer.value(),
                answer.change(),
                answer.measured(),
                answer.quota(),
                answer.passedOn(),
                Optional.empty(),
                made);
    }

    /** What is found of a step, in words or by a value. */
    static CheckRecord of(Step after, Kind kind, Optional<String> value, Optional<String> words, Stamp made) {
        return new CheckRecord(
                after.store(),
                after.id(),
                after.course().records(),
                kind,
                value,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                words,
                made);
    }
}

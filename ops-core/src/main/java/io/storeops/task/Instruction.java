package io.storeops.task;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.evidence.Target;
import io.storeops.id.IdText;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody is told to do. Immutable.
 *
 * @param kind what kind of work, a word as in GENERAL or OPTIMISE
 * @param origin what it came of, as in {@code suggestion/SG1}; empty if it was simply instructed
 * @param linkedTo what it is about, an item, an activity, an anomaly; empty if that is nothing of the store's
 * @param steps what it consists of, words in order, copied; none if it is one piece
 * @param text what is to be done; empty once redacted
 * @param due by when
 */
public record Instruction(
        String kind,
        Optional<Target> origin,
        Optional<String> linkedTo,
        List<String> steps,
        Optional<String> text,
        Instant due) {
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{0,40}");
    private static final Column<String> KIND = Column.text("kind", "what kind of work, as in OPTIMISE");
    private static final Column<Target> ORIGIN =
            Column.text("origin", "what it came of: kind and id").as(Target.class, Target::parse, Target::toString);
    private static final Column<String> LINKED = Column.text("linked_to", "what it is about: an item, an activity");
    private static final Column<List<String>> STEPS =
            Column.list("steps", "what it consists of", JsonReader::text, Json::of);
    static final Column<String> TEXT = Column.text("task_text", "what is to be done");
    static final Column<Instant> DUE = Column.instant("due_at", "by when");
    static final ColumnGroup<Instruction> COLUMNS = ColumnGroup.of(Instruction.class)
            .column(KIND, Instruction::kind)
            .optional(ORIGIN, Instruction::origin)
            .optional(LINKED, Instruction::linkedTo)
            .column(STEPS, Instruction::steps)
            .personal(TEXT, Instruction::text)
            .column(DUE, Instruction::due)
            .reads(row -> new Instruction(
                    row.get(KIND), row.find(ORIGIN), row.find(LINKED), row.get(STEPS), row.find(TEXT), row.get(DUE)));

    /**
     * Copies the steps.
     *
     * @throws IllegalArgumentException if the kind or a step is not a word of capital letters, digits and underscores, or what it is
     *     about breaks the rule of {@link IdText}
     */
    public Instruction {
        requireWord(kind);
        requireNonNull(origin, "origin");
        linkedTo.ifPresent(id -> IdText.checked("subject of a task", id));
        steps = ImmutableList.copyOf(steps);
        steps.forEach(Instruction::requireWord);
        requireNonNull(text, "text");
        requireNonNull(due, "due");
    }

    private static void requireWord(String text) {
        if (!WORD.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a word (expected something like NEW_LISTING)");
        }
    }
}

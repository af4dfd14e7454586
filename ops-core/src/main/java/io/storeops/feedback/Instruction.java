package io.storeops.feedback;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What the store manager (店长) told somebody to do because a suggestion was accepted (R85). Given in the same commit as the
 * acceptance, and never changed; only its text can be redacted.
 *
 * @param store the store
 * @param id {@code suggestion/} and the id of the suggestion, which is accepted once at most
 * @param suggestion the id of the suggestion that it came of
 * @param assignee who is to do it
 * @param text what is to be done; empty once redacted
 * @param due by when
 * @param givenBy who accepted the suggestion
 * @param givenAt when, by the clock of the library
 * @param rules the version of the position description then in force (R1)
 */
public record Instruction(
        StoreId store,
        String id,
        String suggestion,
        ActorId assignee,
        Optional<String> text,
        Instant due,
        ActorId givenBy,
        Instant givenAt,
        String rules) {
    private static final Column<String> ID = Column.text("instruction_id", "the instruction");
    private static final Column<String> SUGGESTION = Column.text("suggestion_id", "the suggestion that it came of");
    private static final Column<String> ASSIGNEE = Column.text("assignee_id", "who is to do it");
    private static final Column<String> TEXT = Column.text("instruction_text", "what is to be done");
    private static final Column<Instant> DUE = Column.instant("due_at", "by when");
    private static final Column<String> GIVEN_BY = Column.text("given_by", "who accepted the suggestion");
    private static final Column<Instant> GIVEN_AT = Column.instant("given_at", "when it was given");
    private static final Column<String> RULES = Column.text("rules_version", "the version of the roster in force");

    /** The access path by who is to do it, in the order of the due instants. */
    public static final String BY_ASSIGNEE = "by_assignee";

    /** The columns that a redaction removes. */
    public static final List<Column<?>> PERSONAL = List.of(TEXT);

    /** The table of instructions. */
    public static final Table<Instruction> TABLE = Table.of("instruction", Instruction::store)
            .column(ID, Instruction::id)
            .column(SUGGESTION, Instruction::suggestion)
            .column(ASSIGNEE, instruction -> instruction.assignee().value())
            .personal(TEXT, Instruction::text)
            .column(DUE, Instruction::due)
            .column(GIVEN_BY, instruction -> instruction.givenBy().value())
            .column(GIVEN_AT, Instruction::givenAt)
            .column(RULES, Instruction::rules)
            .key(ID)
            .path(BY_ASSIGNEE, ASSIGNEE, DUE)
            .appendOnly()
            .reads(row -> new Instruction(
                    row.store(),
                    row.get(ID),
                    row.get(SUGGESTION),
                    ActorId.of(row.get(ASSIGNEE)),
                    row.find(TEXT),
                    row.get(DUE),
                    ActorId.of(row.get(GIVEN_BY)),
                    row.get(GIVEN_AT),
                    row.get(RULES)));

    /**
     * What an instruction is to say.
     *
     * @param assignee who is to do it
     * @param text what is to be done; not blank
     * @param due by when, in whole microseconds
     */
    public record Terms(ActorId assignee, String text, Instant due) {
        /**
         * Checks text and instant.
         *
         * @throws IllegalArgumentException if the text is blank, or the instant is finer than microseconds
         */
        public Terms {
            requireNonNull(assignee, "assignee");
            requireNonNull(due, "due");
            if (text.isBlank()) {
                throw new IllegalArgumentException(
                        "The instruction to " + assignee + " says nothing; its text is blank");
            }
            if (!due.equals(due.truncatedTo(ChronoUnit.MICROS))) {
                throw new IllegalArgumentException("An instruction is due at a whole microsecond, not at " + due);
            }
        }
    }

    /** Checks for null. */
    public Instruction {
        requireNonNull(store, "store");
        requireNonNull(id, "id");
        requireNonNull(suggestion, "suggestion");
        requireNonNull(assignee, "assignee");
        requireNonNull(text, "text");
        requireNonNull(due, "due");
        requireNonNull(givenBy, "givenBy");
        requireNonNull(givenAt, "givenAt");
        requireNonNull(rules, "rules");
    }

    /**
     * The key of its row.
     *
     * @return the key
     */
    public Key key() {
        return key(store, id);
    }

    static Key key(StoreId store, String id) {
        return Key.of(store, id);
    }
}

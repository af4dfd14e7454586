package io.storeops.feedback;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import io.storeops.act.Context;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A suggestion (建议) of somebody at work, from its draft to the manager's decision. It says something about a thing and never
 * changes that thing's state (R84). Immutable.
 *
 * @param store the store
 * @param id its id, chosen by whoever wrote it
 * @param scope on what it suggests
 * @param about what thing
 * @param text what is suggested; empty once redacted
 * @param state where it stands
 * @param version 1 as first written; each amendment raises it
 * @param author who wrote it
 * @param onBehalfOf for whom the author stood in while writing, submitting or amending it: they decide on it as little as
 *     the author does
 * @param writtenAt when it was first written, by the clock of the library
 * @param submittedAt when it was first submitted; empty for one that never was
 * @param answer the decision that stands; empty unless it is ACCEPTED, REJECTED or DEFERRED
 * @param rules the version of the position description in force at its last change (R1)
 */
public record Suggestion(
        StoreId store,
        String id,
        SuggestionScope scope,
        String about,
        Optional<String> text,
        SuggestionState state,
        int version,
        ActorId author,
        Set<ActorId> onBehalfOf,
        Instant writtenAt,
        Optional<Instant> submittedAt,
        Optional<Answer> answer,
        String rules) {
    private static final Column<String> ID = Column.text("suggestion_id", "the suggestion, named by its author");
    private static final Column<String> SCOPE = Column.text("scope", "on what: S1, S2, S3 or S4");
    private static final Column<String> ABOUT = Column.text("about", "what thing");
    private static final Column<String> TEXT = Column.text("suggestion_text", "what is suggested");
    private static final Column<String> STATE = Column.text("state", "where it stands");
    private static final Column<Long> VERSION = Column.number("version", "1 as first written, raised by amendments");
    private static final Column<String> AUTHOR = Column.text("author_id", "who wrote it");
    private static final Column<Json> ON_BEHALF = Column.json("on_behalf_of", "for whom the author stood in");
    private static final Column<Instant> WRITTEN = Column.instant("written_at", "when it was first written");
    private static final Column<Instant> SUBMITTED = Column.instant("submitted_at", "when it was first submitted");
    private static final Column<String> DECIDED_BY = Column.text("decided_by", "whose decision stands");
    private static final Column<Instant> DECIDED_AT = Column.instant("decided_at", "when it was decided");
    private static final Column<String> REASON = Column.text("reason", "why it was rejected or deferred");
    private static final Column<String> RULES = Column.text("rules_version", "the version of the roster in force");

    /** The access path by state. */
    public static final String BY_STATE = "by_state";

    /** The columns that a redaction removes. */
    public static final List<Column<?>> PERSONAL = List.of(TEXT, REASON);

    /** The table of suggestions. */
    public static final Table<Suggestion> TABLE = Table.of("suggestion", Suggestion::store)
            .column(ID, Suggestion::id)
            .column(SCOPE, suggestion -> suggestion.scope().name())
            .column(ABOUT, Suggestion::about)
            .personal(TEXT, Suggestion::text)
            .column(STATE, suggestion -> suggestion.state().name())
            .column(VERSION, suggestion -> (long) suggestion.version())
            .column(AUTHOR, suggestion -> suggestion.author().value())
            .column(
                    ON_BEHALF,
                    suggestion -> Json.array(suggestion.onBehalfOf().stream()
                            .map(principal -> Json.of(principal.value()))
                            .toList()))
            .column(WRITTEN, Suggestion::writtenAt)
            .optional(SUBMITTED, Suggestion::submittedAt)
            .optional(
                    DECIDED_BY,
                    suggestion -> suggestion.answer().map(answer -> answer.by().value()))
            .optional(DECIDED_AT, suggestion -> suggestion.answer().map(Answer::at))
            .personal(REASON, suggestion -> suggestion.answer().flatMap(Answer::reason))
            .column(RULES, Suggestion::rules)
            .key(ID)
            .path(BY_STATE, STATE)
            .reads(Suggestion::read);

    /**
     * A decision on a suggestion.
     *
     * @param by who decided
     * @param at when, by the clock of the library
     * @param reason why; empty for an acceptance, whose task says what follows, and once redacted
     */
    public record Answer(ActorId by, Instant at, Optional<String> reason) {
        /** Checks for null. */
        public Answer {
            requireNonNull(by, "by");
            requireNonNull(at, "at");
            requireNonNull(reason, "reason");
        }
    }

    /**
     * Copies the principals.
     *
     * @throws IllegalArgumentException if the version is below 1, or there is a decision where there can be none, or none
     *     where there must be one
     */
    public Suggestion {
        requireNonNull(store, "store");
        requireNonNull(id, "id");
        requireNonNull(scope, "scope");
        requireNonNull(about, "about");
        requireNonNull(text, "text");
        requireNonNull(author, "author");
        onBehalfOf = ImmutableSortedSet.copyOf(onBehalfOf);
        requireNonNull(writtenAt, "writtenAt");
        requireNonNull(submittedAt, "submittedAt");
        requireNonNull(rules, "rules");
        if (version < 1) {
            throw new IllegalArgumentException("Suggestion " + id + " has a version of 1 or more, not " + version);
        }
        if (state.decided() != answer.isPresent()) {
            throw new IllegalArgumentException("Suggestion " + id + " is " + state
                    + (state.decided() ? ", and there is no decision" : ", and there is a decision"));
        }
    }

    private static Suggestion read(Row row) {
        return new Suggestion(
                row.store(),
                row.get(ID),
                SuggestionScope.valueOf(row.get(SCOPE)),
                row.get(ABOUT),
                row.find(TEXT),
                SuggestionState.valueOf(row.get(STATE)),
                Math.toIntExact(row.get(VERSION)),
                ActorId.of(row.get(AUTHOR)),
                JsonReader.root("on_behalf_of", row.get(ON_BEHALF)).elements().stream()
                        .map(principal -> ActorId.of(principal.text()))
                        .collect(ImmutableSortedSet.toImmutableSortedSet(ActorId::compareTo)),
                row.get(WRITTEN),
                row.find(SUBMITTED),
                row.find(DECIDED_BY).map(by -> new Answer(ActorId.of(by), row.get(DECIDED_AT), row.find(REASON))),
                row.get(RULES));
    }

    static Suggestion written(Context context, Proposal proposal, SuggestionState first) {
        return new Suggestion(
                context.store().id(),
                proposal.id(),
                proposal.scope(),
                proposal.about(),
                Optional.of(proposal.text()),
                first,
                1,
                context.actor(),
                context.onBehalfOf().stream().collect(ImmutableSortedSet.toImmutableSortedSet(ActorId::compareTo)),
                context.now(),
                first == SuggestionState.SUBMITTED ? Optional.of(context.now()) : Optional.empty(),
                Optional.empty(),
                context.roster().version());
    }

    /** The author takes it to a state in which no decision stands. */
    Suggestion moved(Context context, SuggestionState to) {
        Optional<Instant> submitted =
                to == SuggestionState.SUBMITTED ? submittedAt.or(() -> Optional.of(context.now())) : submittedAt;
        return next(context, text, to, version, principals(context), submitted, Optional.empty());
    }

    /** The author says something else instead. */
    Suggestion amended(Context context, SuggestionState to, String words) {
        return next(context, Optional.of(words), to, version + 1, principals(context), submittedAt, Optional.empty());
    }

    /** Somebody else decides. */
    Suggestion answered(Context context, SuggestionState to, Optional<String> reason) {
        return next(
                context,
                text,
                to,
                version,
                onBehalfOf,
                submittedAt,
                Optional.of(new Answer(context.actor(), context.now(), reason)));
    }

    private Suggestion next(
            Context context,
            Optional<String> words,
            SuggestionState to,
            int number,
            Set<ActorId> principals,
            Optional<Instant> submitted,
            Optional<Answer> decision) {
        return new Suggestion(
                store,
                id,
                scope,
                about,
                words,
                to,
                number,
                author,
                principals,
                writtenAt,
                submitted,
                decision,
                context.roster().version());
    }

    private Set<ActorId> principals(Context context) {
        return Stream.concat(onBehalfOf.stream(), context.onBehalfOf().stream())
                .collect(ImmutableSortedSet.toImmutableSortedSet(ActorId::compareTo));
    }

    /** Everybody whose suggestion it is: none of them decides on it (R85, R89). */
    Set<ActorId> submitters() {
        return Stream.concat(Stream.of(author), onBehalfOf.stream())
                .collect(ImmutableSortedSet.toImmutableSortedSet(ActorId::compareTo));
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

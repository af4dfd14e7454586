package io.storeops.feedback;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import io.storeops.act.Context;
import io.storeops.evidence.Stamp;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Key;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    private static final Column<SuggestionScope> SCOPE =
            Column.constant("scope", "on what: S1, S2, S3 or S4", SuggestionScope.class);
    private static final Column<String> ABOUT = Column.text("about", "what thing");
    private static final Column<String> TEXT = Column.text("suggestion_text", "what is suggested");
    private static final Column<SuggestionState> STATE =
            Column.constant("state", "where it stands", SuggestionState.class);
    private static final Column<Integer> VERSION = Column.count("version", "1 as first written, raised by amendments");
    private static final Column<ActorId> AUTHOR = Column.actor("author_id", "who wrote it");
    private static final Column<List<ActorId>> ON_BEHALF = Column.list(
            "on_behalf_of",
            "for whom the author stood in",
            place -> ActorId.of(place.text()),
            principal -> Json.of(principal.value()));
    private static final Column<Instant> WRITTEN = Column.instant("written_at", "when it was first written");
    private static final Column<Instant> SUBMITTED = Column.instant("submitted_at", "when it was first submitted");
    private static final Column<ActorId> DECIDED_BY = Column.actor("decided_by", "whose decision stands");
    private static final Column<Instant> DECIDED_AT = Column.instant("decided_at", "when it was decided");
    private static final Column<String> REASON = Column.text("reason", "why it was rejected or deferred");
    private static final ColumnGroup<Answer> ANSWER = ColumnGroup.of(Answer.class)
            .column(DECIDED_BY, Answer::by)
            .column(DECIDED_AT, Answer::at)
            .personal(REASON, Answer::reason)
            .reads(row -> new Answer(row.get(DECIDED_BY), row.get(DECIDED_AT), row.find(REASON)));

    /** The access path by state. */
    public static final String BY_STATE = "by_state";

    /** The columns that a redaction removes. */
    public static final List<Column<?>> PERSONAL = List.of(TEXT, REASON);

    /** The table of suggestions. */
    public static final Table<Suggestion> TABLE = Table.of("suggestion", Suggestion::store)
            .column(ID, Suggestion::id)
            .column(SCOPE, Suggestion::scope)
            .column(ABOUT, Suggestion::about)
            .personal(TEXT, Suggestion::text)
            .column(STATE, Suggestion::state)
            .column(VERSION, Suggestion::version)
            .column(AUTHOR, Suggestion::author)
            .column(ON_BEHALF, suggestion -> ImmutableList.copyOf(suggestion.onBehalfOf()))
            .column(WRITTEN, Suggestion::writtenAt)
            .optional(SUBMITTED, Suggestion::submittedAt)
            .optional(ANSWER, Suggestion::answer)
            .column(Stamp.RULES, Suggestion::rules)
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
                row.get(SCOPE),
                row.get(ABOUT),
                row.find(TEXT),
                row.get(STATE),
                row.get(VERSION),
                row.get(AUTHOR),
                ImmutableSortedSet.copyOf(row.get(ON_BEHALF)),
                row.get(WRITTEN),
                row.find(SUBMITTED),
                row.find(ANSWER),
                row.get(Stamp.RULES));
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
                context.onBehalfOf().map(Set::of).orElse(Set.of()),
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
        return Sets.union(onBehalfOf, context.onBehalfOf().map(Set::of).orElse(Set.of()));
    }

    /** Everybody whose suggestion it is: none of them decides on it (R85, R89). */
    Set<ActorId> submitters() {
        return ImmutableSortedSet.copyOf(Sets.union(onBehalfOf, Set.of(author)));
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

package io.storeops.feedback;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.storeops.act.EntryPoint;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The doors of duty 5. Those of an author name the rights of all four scopes; the act asks for the one of the suggestion's
 * scope.
 */
public final class FeedbackEntries {
    /** The rights of which one opens suggestions and instructions to a reader. */
    private static final List<Right> READERS = Stream.concat(
                    SuggestionScope.rights().stream(),
                    Stream.of(Right.DECIDE_SUGGESTION, Right.INSTRUCT, Right.FEED_BACK, Right.READ))
            .toList();

    static final EntryPoint READ_SUGGESTIONS = EntryPoint.look("READ_SUGGESTIONS", READERS, DataClass.OPERATIONS);
    static final EntryPoint READ_INSTRUCTIONS = EntryPoint.look("READ_INSTRUCTIONS", READERS, DataClass.OPERATIONS);

    private static final Map<SuggestionEvent, EntryPoint> ACTS = Stream.of(SuggestionEvent.values())
            .collect(ImmutableMap.toImmutableMap(event -> event, FeedbackEntries::act));

    private FeedbackEntries() {}

    /** A decision gives back somebody else's words; what an author gets back is their own. */
    private static EntryPoint act(SuggestionEvent event) {
        String name = event + "_SUGGESTION";
        List<Right> anyOf = SuggestionState.MACHINE.rightsFor(event.name());
        return anyOf.contains(Right.DECIDE_SUGGESTION)
                ? EntryPoint.act(name, anyOf, DataClass.OPERATIONS)
                : EntryPoint.act(name, anyOf);
    }

    static EntryPoint of(SuggestionEvent event) {
        return requireNonNull(ACTS.get(event));
    }

    /**
     * All of them.
     *
     * @return acts first, then looks
     */
    public static List<EntryPoint> all() {
        return ImmutableList.<EntryPoint>builder()
                .addAll(ACTS.values())
                .add(READ_SUGGESTIONS, READ_INSTRUCTIONS)
                .build();
    }
}

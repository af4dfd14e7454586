package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.id.Sha256;
import io.storeops.listing.ListedField;
import io.storeops.listing.ListingEditor;
import io.storeops.listing.ListingEditor.Answer;
import io.storeops.listing.ListingEditor.Shown;
import io.storeops.listing.ListingEditor.Wish;
import io.storeops.listing.ListingValue;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** What holds of an editor of listings, by changes that may be made. */
final class EditorRules {
    /** After these nobody can know whether a write was applied. */
    private static final Set<FaultKind> UNKNOWING = Set.of(FaultKind.TRANSIENT, FaultKind.UNKNOWN_OUTCOME);

    private final ListingEditor editor;

    EditorRules(ListingEditor editor) {
        this.editor = editor;
    }

    /** A marketplace may remember the keys of an earlier run. */
    private static String newKey() {
        return Sha256.of(UUID.randomUUID().toString()).hex();
    }

    /** What the marketplace answers; a failure is one of the kinds, and told as an answer. */
    private Answer apply(ListedField at, ListingValue value, String key) {
        try {
            return editor.apply(new Wish(at, value, key));
        } catch (AdapterException e) {
            String detail = e.kind() + ": " + e.getMessage();
            return UNKNOWING.contains(e.kind()) ? new Answer.Lost(detail) : new Answer.Rejected(detail);
        }
    }

    private Optional<ListingValue> read(ListedField at) {
        return editor.read(at).map(Shown::value);
    }

    /** What is shown after a write is the value from before, what was written, or nothing; and it goes with the answer. */
    void showsWhatItApplied(ListingChange change) {
        for (ListingValue value : List.of(change.value(), change.other())) {
            Optional<ListingValue> before = read(change.at());
            Answer answer = apply(change.at(), value, newKey());
            Optional<ListingValue> after = read(change.at());
            boolean there = after.equals(Optional.of(value));
            boolean asBefore = after.equals(before);
            if (answer instanceof Answer.Rejected rejected) {
                fail("the change to " + value + " may be made, and was refused: " + rejected.reason());
            } else if (answer instanceof Answer.ByHand) {
                assertTrue(asBefore, () -> "a person is to write " + value + ", and shown is " + after);
            } else if (answer instanceof Answer.Unchanged) {
                assertTrue(
                        there || after.isEmpty(), () -> value + " is said to be there already, and shown is " + after);
            } else {
                assertTrue(
                        there || asBefore || after.isEmpty(),
                        () -> value + " was written over " + before + ", and shown is " + after);
            }
        }
    }

    /** A key that comes again is not applied again, whatever was written meanwhile. */
    void appliesAKeyOnce(ListingChange change) {
        String key = newKey();
        Answer first = apply(change.at(), change.value(), key);
        apply(change.at(), change.other(), newKey());
        boolean written = read(change.at()).equals(Optional.of(change.other()));
        Answer again = apply(change.at(), change.value(), key);
        if (written) {
            assertEquals(
                    Optional.of(change.other()),
                    read(change.at()),
                    "the wish came again, and was applied over what was written since");
        }
        if (first instanceof Answer.ByHand) {
            assertEquals(first, again, "the wish came again, and the person is to do something else");
        }
    }

    /** Nothing is shown of what it does not have, and nothing of it is taken as done. */
    void knowsNothingOfWhatIsNotThere(ListingChange change) {
        String none = "kit-" + newKey();
        ListedField at = new ListedField(
                change.at().store(),
                none,
                change.at().skuId().map(sku -> none),
                change.at().field());
        Answer answer = apply(at, change.value(), newKey());
        assertFalse(
                answer instanceof Answer.Accepted || answer instanceof Answer.Unchanged,
                () -> "a write of an item that is not there was answered " + answer);
        try {
            Optional<ListingValue> shown = read(at);
            assertEquals(Optional.empty(), shown, "shown of an item that is not there");
        } catch (AdapterException e) {
            // That it cannot be read says so too.
        }
    }

    /** What is shown is of the field that was asked for, of an instant in whole microseconds, and the same for all who ask. */
    void showsTheSameToAll(ListingChange change) throws Exception {
        apply(change.at(), change.value(), newKey());
        Optional<Shown> shown = editor.read(change.at());
        shown.ifPresent(seen -> {
            assertEquals(change.at().field(), seen.value().field(), "the field that is shown");
            assertEquals(seen.asOf().truncatedTo(ChronoUnit.MICROS), seen.asOf(), "the instant in whole microseconds");
        });
        Set<Optional<ListingValue>> possible =
                Set.copyOf(List.of(shown.map(Shown::value), Optional.of(change.value()), Optional.empty()));
        for (Optional<ListingValue> found : Threads.together(IntStream.range(0, 4)
                .mapToObj(i -> Threads.work(() -> read(change.at())))
                .toList())) {
            assertTrue(possible.contains(found), () -> "shown was " + shown + ", to another thread " + found);
        }
    }
}

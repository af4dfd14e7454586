package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Marketplace;
import io.storeops.catalog.Store;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.id.StoreId;
import io.storeops.listing.ListedField;
import io.storeops.listing.ListingEditor;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of an editor of listings: right ones of every manner keep them, and each wrong one breaks its own. */
class EditorContractTest {
    private static final Store STORE =
            new Store(StoreId.of("S1"), "Store", ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY"));
    private static final ListedField PRICE = new ListedField(STORE, "A", Optional.of("A-1"), ListingField.PRICE_MINOR);
    private static final List<ListingChange> CHANGES =
            List.of(new ListingChange(PRICE, ListingValue.price(9_900), ListingValue.price(8_800)));

    /** How an editor takes writes: the first ones as the port promises, the others not. */
    enum Manner {
        AT_ONCE(true),
        BLIND(true),
        LAGGING(true),
        REVIEWING(true),
        BY_HAND(true),
        LOSING(true),
        FAILING_AFTERWARDS(true),
        FORGETFUL(false),
        ROUNDING(false),
        REFUSING(false),
        BY_HAND_AND_AT_ONCE(false),
        BY_ANOTHER_HAND(false),
        PRETENDING(false),
        NEGLIGENT(false),
        TALKATIVE(false),
        IMPRECISE(false),
        MIXING_UP(false);

        private final boolean right;

        Manner(boolean right) {
            this.right = right;
        }
    }

    /** One price, and the keys that were seen. */
    private static final class Editor implements Marketplace, ListingEditor {
        private final Manner manner;
        private final Map<String, Answer> known = new HashMap<>();
        private ListingValue shown = ListingValue.price(10_000);
        private int hands;

        Editor(Manner manner) {
            this.manner = manner;
        }

        @Override
        public Optional<ListingEditor> listingEditor() {
            return Optional.of(this);
        }

        @Override
        public synchronized Answer apply(Wish wish) {
            if (!wish.at().itemId().equals("A") && manner != Manner.NEGLIGENT) {
                throw manner == Manner.TALKATIVE
                        ? new IllegalStateException("no such item")
                        : new AdapterException(
                                FaultKind.INVALID,
                                "there is no item " + wish.at().itemId());
            }
            Answer answer = known.get(wish.key());
            if (answer == null || manner == Manner.FORGETFUL) {
                answer = first(wish);
                known.put(wish.key(), answer);
            }
            if (manner == Manner.FAILING_AFTERWARDS) {
                throw new AdapterException(FaultKind.UNKNOWN_OUTCOME, "the connection broke");
            }
            return manner == Manner.BY_ANOTHER_HAND ? new Answer.ByHand("file " + ++hands) : answer;
        }

        private Answer first(Wish wish) {
            switch (manner) {
                case REVIEWING -> {
                    return new Answer.InReview(Optional.empty());
                }
                case BY_HAND, BY_ANOTHER_HAND -> {
                    return new Answer.ByHand("file " + ++hands);
                }
                case BY_HAND_AND_AT_ONCE -> {
                    shown = wish.value();
                    return new Answer.ByHand("file 1");
                }
                case PRETENDING -> {
                    return new Answer.Unchanged();
                }
                case REFUSING -> {
                    return new Answer.Rejected("not today");
                }
                case LOSING -> {
                    shown = wish.value();
                    return new Answer.Lost("no answer came");
                }
                case ROUNDING -> shown = ListingValue.price(9_999);
                case LAGGING -> {}
                default -> shown = wish.value();
            }
            return new Answer.Accepted();
        }

        @Override
        public synchronized Optional<Shown> read(ListedField field) {
            if (!field.itemId().equals("A") && manner != Manner.MIXING_UP) {
                return Optional.empty();
            }
            Instant now = Instant.parse("2024-06-16T01:30:00Z");
            return manner == Manner.BLIND
                    ? Optional.empty()
                    : Optional.of(new Shown(shown, manner == Manner.IMPRECISE ? now.plusNanos(1) : now));
        }
    }

    /** Of an editor that takes writes at once, so that the kit runs as an adapter's test does. */
    @Nested
    class OfAnEditor extends MarketplaceContract {
        @Override
        protected Marketplace open(Clock clock) {
            return new Editor(Manner.AT_ONCE);
        }

        @Override
        protected List<Sample<?>> samples() {
            return List.of();
        }

        @Override
        protected List<ListingChange> changes() {
            return CHANGES;
        }
    }

    /** Right unless a test has just given it another manner. */
    static final class Candidate extends MarketplaceContract {
        private static Manner manner = Manner.AT_ONCE;
        private static List<ListingChange> changes = CHANGES;
        private static boolean there = true;

        @Override
        protected Marketplace open(Clock clock) {
            return there ? new Editor(manner) : new Marketplace() {};
        }

        @Override
        protected List<Sample<?>> samples() {
            return List.of();
        }

        @Override
        protected List<ListingChange> changes() {
            return changes;
        }
    }

    @AfterEach
    void leaveTheCandidateRight() {
        Candidate.manner = Manner.AT_ONCE;
        Candidate.changes = CHANGES;
        Candidate.there = true;
    }

    private static Map<String, String> broken(Manner manner) {
        Candidate.manner = manner;
        return BrokenRules.of(Candidate.class);
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void onlyTheRightOnesKeepAllRules(Manner manner) {
        Map<String, String> broken = broken(manner);
        assertEquals(manner.right, broken.isEmpty(), broken::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "FORGETFUL, M14, the wish came again and was applied over",
        "ROUNDING, M13, and shown is Optional[PRICE_MINOR 9999]",
        "REFUSING, M13, 'may be made, and was refused: not today'",
        "BY_HAND_AND_AT_ONCE, M13, a person is to write",
        "BY_ANOTHER_HAND, M14, the person is to do something else",
        "PRETENDING, M13, is said to be there already",
        "NEGLIGENT, M15, a write of an item that is not there was answered Accepted",
        "TALKATIVE, M15, no such item",
        "IMPRECISE, M16, the instant in whole microseconds",
        "MIXING_UP, M15, shown of an item that is not there"
    })
    void eachWrongOneBreaksItsRule(Manner manner, String rule, String said) {
        Map<String, String> broken = broken(manner);
        assertEquals(Set.of(rule), broken.keySet(), broken::toString);
        String found = String.valueOf(broken.get(rule)).replace(", ", " ");
        assertTrue(found.contains(said.replace(", ", " ")), found);
    }

    @Test
    void anEditorNeedsAChangeAndAChangeAnEditor() {
        Candidate.changes = List.of();
        assertTrue(String.valueOf(BrokenRules.of(Candidate.class).get("M01"))
                .startsWith("listingEditor() is there, but changes() has none"));
        Candidate.changes = CHANGES;
        Candidate.there = false;
        assertTrue(String.valueOf(BrokenRules.of(Candidate.class).get("M01"))
                .startsWith("There are changes for listingEditor(), which is absent"));
    }

    @Test
    void aChangeHasTwoValuesOfItsField() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ListingChange(PRICE, ListingValue.price(1), ListingValue.price(1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ListingChange(PRICE, ListingValue.price(1), ListingValue.stock(2)));
    }
}

package io.storeops.listing;

import io.storeops.Marketplace;
import io.storeops.calendar.SettableClock;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A marketplace that takes writes as the real ones do. Every wish that reaches it is kept. */
final class FakeEditor implements ListingEditor {
    /** How it takes writes. */
    enum Manner {
        /** At once. */
        PLAIN,
        /** At once, but it shows the value from before for three reads. */
        LAGS,
        /** At once, but the answer is lost. */
        LOSES,
        /** With the last character cut off. */
        ROUNDS,
        /** After two hours of review. */
        REVIEWS,
        /** After five minutes, all that wait then in reverse order. */
        REVERSES,
        /** Not at all. */
        REFUSES,
        /** By the hand of a person, when they come to it. */
        BY_HAND,
        /** The request is lost, and so is the answer. */
        SWALLOWS
    }

    private record Waiting(ListedField at, ListingValue value, Instant due) {}

    final List<Wish> wishes = new ArrayList<>();
    private final Supplier<SettableClock> clock;
    private final Map<String, ListingValue> stored = new HashMap<>();
    private final Map<String, ListingValue> stale = new HashMap<>();
    private final Map<String, Integer> staleReads = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    Manner manner = Manner.PLAIN;
    boolean blind;
    Runnable onApply = () -> {};

    FakeEditor(Supplier<SettableClock> clock) {
        this.clock = clock;
    }

    Marketplace marketplace() {
        return new Marketplace() {
            @Override
            public Optional<ListingEditor> listingEditor() {
                return Optional.of(FakeEditor.this);
            }
        };
    }

    private static String name(ListedField at) {
        return name(at.subject(), at.field());
    }

    private static String name(String subject, ListingField field) {
        return subject + " " + field;
    }

    /** What it shows from now on, whoever wrote it. */
    void show(String subject, ListingValue value) {
        stored.put(name(subject, value.field()), value);
    }

    private void show(ListedField at, ListingValue value) {
        show(at.subject(), value);
    }

    Optional<ListingValue> shown(String subject, ListingField field) {
        settle();
        return Optional.ofNullable(stored.get(name(subject, field)));
    }

    private Instant now() {
        return clock.get().instant();
    }

    @Override
    public Answer apply(Wish wish) {
        settle();
        wishes.add(wish);
        onApply.run();
        switch (manner) {
            case PLAIN -> show(wish.at(), wish.value());
            case LAGS -> {
                Optional.ofNullable(stored.get(name(wish.at()))).ifPresent(old -> {
                    stale.put(name(wish.at()), old);
                    staleReads.put(name(wish.at()), 3);
                });
                show(wish.at(), wish.value());
            }
            case LOSES -> {
                show(wish.at(), wish.value());
                throw new AdapterException(FaultKind.UNKNOWN_OUTCOME, "the connection broke");
            }
            case ROUNDS -> {
                String text = wish.value().text();
                show(wish.at(), new ListingValue(wish.value().field(), text.substring(0, text.length() - 1)));
            }
            case REVIEWS -> {
                waiting.add(new Waiting(wish.at(), wish.value(), now().plus(Duration.ofHours(2))));
                return new Answer.InReview(Optional.empty());
            }
            case REVERSES -> waiting.add(0, new Waiting(wish.at(), wish.value(), now().plus(Duration.ofMinutes(5))));
            case REFUSES -> throw new AdapterException(FaultKind.PERMISSION, "this account may not");
            case BY_HAND -> {
                return new Answer.ByHand("import the file");
            }
            case SWALLOWS -> throw new IllegalStateException("reset");
        }
        return new Answer.Accepted();
    }

    /** What waits is applied, in the order of the list, once the first of it is due. */
    private void settle() {
        if (waiting.stream().anyMatch(each -> !each.due().isAfter(now()))) {
            waiting.forEach(each -> show(each.at(), each.value()));
            waiting.clear();
        }
    }

    @Override
    public Optional<Shown> read(ListedField field) {
        settle();
        String name = name(field);
        int left = staleReads.merge(name, -1, Integer::sum);
        ListingValue value = left >= 0 ? stale.get(name) : stored.get(name);
        return blind ? Optional.empty() : Optional.ofNullable(value).map(shown -> new Shown(shown, now()));
    }
}

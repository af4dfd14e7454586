package io.storeops.examples.replay;

import static java.util.Objects.requireNonNull;

import io.storeops.listing.ListedField;
import io.storeops.listing.ListingEditor;
import io.storeops.listing.ListingValue;
import java.time.Clock;
import java.util.Optional;

/**
 * A marketplace's editor that answers each write as a scenario has it, and shows nothing but what the scenario says is read. Used by one
 * thread.
 */
final class ScriptedEditor implements ListingEditor {
    private final Clock clock;
    private Answer answer = new Answer.Accepted();
    private Optional<ListingValue> next = Optional.empty();
    private Optional<ListingValue> shown = Optional.empty();

    ScriptedEditor(Clock clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    /** What comes of the next write: nobody says what is shown before it. */
    void script(Answer comes, Optional<ListingValue> readBack) {
        answer = comes;
        next = readBack;
        shown = Optional.empty();
    }

    /** What is read from now on. */
    void show(ListingValue value) {
        shown = Optional.of(value);
    }

    @Override
    public Answer apply(Wish wish) {
        shown = next;
        return answer;
    }

    @Override
    public Optional<Shown> read(ListedField field) {
        return shown.filter(value -> value.field() == field.field()).map(value -> new Shown(value, clock.instant()));
    }
}

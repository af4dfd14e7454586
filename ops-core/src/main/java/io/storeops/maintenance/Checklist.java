package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.id.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The classified checklist (基础信息分类检查表) of a date as it stands: the inspection, each line with its answer, and what the rules
 * propose to answer now. Immutable.
 *
 * @param store the store
 * @param date the date in the store's zone
 * @param times by when the inspection is to be begun and completed
 * @param state where it stands
 * @param inspection who began and completed it; empty if nobody began it
 * @param items the lines in the order of the roster, copied
 */
public record Checklist(
        StoreId store,
        LocalDate date,
        Inspection.Times times,
        InspectionState state,
        Optional<Inspection> inspection,
        List<Item> items) {
    /** When an inspection was completed (D3). */
    public enum Timeliness {
        /** By its due instant, that instant included. */
        ON_TIME,
        /** After it, on its date. */
        LATE,
        /** Not on its date. */
        MISSED
    }

    /**
     * A line with what the rules propose.
     *
     * @param line the line and its answer
     * @param proposal what the rules propose now; of a completed inspection, what they proposed when it was answered. Empty if no rule
     *     judged anything of the line's category
     */
    public record Item(ChecklistLine line, Optional<ProposedAnswer> proposal) {
        /** Checks for null. */
        public Item {
            requireNonNull(line, "line");
            requireNonNull(proposal, "proposal");
        }
    }

    /** Copies the items. */
    public Checklist {
        requireNonNull(store, "store");
        requireNonNull(date, "date");
        requireNonNull(times, "times");
        requireNonNull(state, "state");
        requireNonNull(inspection, "inspection");
        items = ImmutableList.copyOf(items);
    }

    /** The checklist of a day; one that nobody began has the roster's lines. */
    static Checklist of(Context context, InspectionDay day) {
        List<ChecklistLine> lines = day.row().isPresent()
                ? ChecklistLines.of(context, day.date())
                : ChecklistLines.listed(context, day.date());
        return of(context, day, day.inspection(), lines);
    }

    static Checklist of(
            Context context, InspectionDay day, Optional<Inspection> inspection, List<ChecklistLine> lines) {
        boolean completed = inspection.flatMap(Inspection::completed).isPresent();
        InspectionState state = completed ? InspectionState.COMPLETED : day.stateAt(context.now());
        return new Checklist(
                context.store().id(),
                day.date(),
                day.times(),
                state,
                inspection,
                lines.stream()
                        .map(line -> new Item(
                                line,
                                state == InspectionState.COMPLETED || state == InspectionState.MISSED
                                        ? line.proposal()
                                        : Proposing.of(context, line)))
                        .toList());
    }

    /**
     * When it was completed.
     *
     * @return empty while that is open
     */
    public Optional<Timeliness> timeliness() {
        Optional<Instant> completedAt =
                inspection.flatMap(Inspection::completed).map(Inspection.Completed::at);
        return completedAt
                .map(at -> at.isAfter(times.dueAt()) ? Timeliness.LATE : Timeliness.ON_TIME)
                .or(() -> state == InspectionState.MISSED ? Optional.of(Timeliness.MISSED) : Optional.empty());
    }

    /**
     * The lines in a state.
     *
     * @param answer the state
     * @return the ids of the lines in order
     */
    public List<String> lines(LineState answer) {
        return items.stream()
                .map(Item::line)
                .filter(line -> line.answer().state() == answer)
                .map(line -> line.line().id())
                .toList();
    }

    /**
     * The anomalies that its lines name.
     *
     * @return their ids, each once, in the order of the lines
     */
    public List<String> anomalies() {
        return items.stream()
                .flatMap(item -> item.line().answer().anomalies().stream())
                .distinct()
                .toList();
    }
}

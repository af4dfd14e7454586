package io.storeops.examples.replay;

import io.storeops.act.Things;
import io.storeops.calendar.IsoWeek;
import io.storeops.calendar.SlotId;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.AuditRecord;
import io.storeops.evidence.Target;
import io.storeops.examples.replay.Machine.Edge;
import io.storeops.id.ActorId;
import io.storeops.json.JsonReader;
import io.storeops.maintenance.Remark;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.DeliveryState;
import io.storeops.reporting.DayBook;
import io.storeops.step.Step;
import io.storeops.storage.Changes;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Watches what things go through while scenarios are acted out. A thing that is a row is watched commit by commit; one whose state follows
 * from the clock and other rows, line by line. Used by one thread.
 */
final class WalkedTransitions {
    private static final Pattern RELEASE = Pattern.compile("release/([^/]+)/v\\d+");

    private final Map<String, Machine> machines =
            Machine.all().stream().collect(Collectors.toMap(Machine::thing, machine -> machine));
    private final Map<String, Things<?, ?, ?>> things = Machine.duties()
            .flatMap(duty -> duty.things().stream())
            .collect(Collectors.toMap(each -> each.machine().thing(), each -> each));
    private final Map<Edge, Integer> walked = new TreeMap<>();
    private final List<String> unexplained = new ArrayList<>();

    /** How often each transition was walked. */
    Map<Edge, Integer> walked() {
        return walked;
    }

    /** What changed its state without any way, or with several that are equally likely. */
    List<String> unexplained() {
        return unexplained;
    }

    /** Begins to watch a scenario: nothing is there yet. */
    Watch watch() {
        return new Watch();
    }

    /** An act and what it was done to. */
    private record Act(Target target, String name) {}

    /** A report is about the anomaly that it turns out to be; its id is only what a new one would be called. */
    private static Act act(AuditRecord done) {
        if (!done.act().equals("REPORT_ANOMALY")) {
            return new Act(done.target(), done.act());
        }
        JsonReader told = JsonReader.root("trail", done.result());
        Target about = told.findMember("anomaly")
                .map(id -> Target.of("anomaly", id.text()))
                .orElse(done.target());
        return switch (Remark.valueOf(told.text("remark"))) {
            case FOUND, REOPENED, OBSERVATION -> new Act(about, done.act());
            case COVERED -> new Act(about, Machine.REPORT_COVERED);
            case ACCEPTED_UNTIL, SILENCED -> new Act(about, "counted apart");
        };
    }

    /** One scenario. */
    final class Watch {
        private final Map<String, String> rows = new HashMap<>();
        private final Map<String, String> derived = new HashMap<>();
        private final List<Act> actsOfTheLine = new ArrayList<>();
        private Optional<AuditEntry> last = Optional.empty();

        /** What a commit did, once it is in the storage. */
        void committed(Changes changes) {
            List<Act> acts = new ArrayList<>();
            for (Changes.Change<?> change : changes.list()) {
                if (change instanceof Changes.Link<?> link && link.table() == AuditEntry.TABLE) {
                    AuditEntry entry = AuditEntry.TABLE.read(link.rowAfter(last.map(AuditEntry.TABLE::write)));
                    last = Optional.of(entry);
                    if (entry.record().outcome() == AuditRecord.Outcome.DONE) {
                        acts.add(act(entry.record()));
                    }
                }
            }
            actsOfTheLine.addAll(acts);
            Set<Target> written = new HashSet<>();
            Map<Target, String> answered = answered(changes, acts);
            for (Changes.Change<?> change : changes.list()) {
                if (change instanceof Changes.Insert<?> insert) {
                    row(insert.table(), insert.row(), acts, written);
                } else if (change instanceof Changes.Replace<?> replace) {
                    row(replace.table(), replace.row(), acts, written);
                    refused(replace.table().read(replace.row()));
                }
            }
            // An act may write what belongs to a thing and leave the thing's own row alone.
            acts.stream()
                    .map(Act::target)
                    .filter(target -> rows.containsKey(target.toString()) && written.add(target))
                    .forEach(target -> went(rows, target, rows.get(target.toString()), acts));
            answered.forEach((target, before) -> {
                if (before.equals(rows.get(target.toString()))) {
                    went(rows, target, before, List.of(new Act(target, "ANSWER_LISTING_TASK")));
                }
            });
        }

        /** The listings of which somebody answers a step, and where they stood before. */
        private Map<Target, String> answered(Changes changes, List<Act> acts) {
            Map<Target, String> answered = new HashMap<>();
            if (acts.stream().anyMatch(act -> act.name().equals("DO_STEP"))) {
                for (Changes.Change<?> change : changes.list()) {
                    if (change instanceof Changes.Replace<?> replace
                            && replace.table().read(replace.row()) instanceof Step step
                            && step.selfCheck()) {
                        Target listing = Target.of("listing_task", step.of().id());
                        Optional.ofNullable(rows.get(listing.toString()))
                                .ifPresent(state -> answered.put(listing, state));
                    }
                }
            }
            return answered;
        }

        @SuppressWarnings({"unchecked", "rawtypes"}) // the rows of a table are the things of its machine
        private void row(Table<?> table, Row row, List<Act> acts, Set<Target> written) {
            Things found = things.get(table.name());
            if (found != null) {
                Target target =
                        Target.of(table.name(), table.keyOf(row).values().get(1).toString());
                written.add(target);
                went(rows, target, found.stateOf(null, table.read(row)).toString(), acts);
            }
        }

        /** A channel that did not take the message of a release. */
        private void refused(Object row) {
            if (row instanceof Delivery delivery
                    && delivery.state() == DeliveryState.PENDING
                    && delivery.attempts() > 0) {
                Matcher release = RELEASE.matcher(delivery.messageId());
                if (release.matches()) {
                    actsOfTheLine.add(new Act(Target.of("publication", release.group(1)), "FAIL_PUBLICATION"));
                }
            }
        }

        /** What stands after a line. */
        void line(Stage stage) {
            states(stage, (target, state) -> went(derived, target, state, actsOfTheLine));
            actsOfTheLine.clear();
        }

        private void went(Map<String, String> states, Target thing, String state, List<Act> all) {
            String before =
                    Optional.ofNullable(states.put(thing.toString(), state)).orElse(Machine.NOTHING);
            List<String> acts = all.stream()
                    .filter(act -> act.target().equals(thing))
                    .map(Act::name)
                    .toList();
            if (before.equals(state) && acts.isEmpty()) {
                return;
            }
            List<List<Edge>> ways = machines.get(thing.kind()).ways(before, state, acts);
            if (ways.size() == 1) {
                ways.get(0).forEach(edge -> walked.merge(edge, 1, Integer::sum));
            } else {
                unexplained.add(thing + " from " + before + " to " + state + " by " + all + ": " + ways);
            }
        }
    }

    private static void states(Stage stage, BiConsumer<Target, String> each) {
        stage.source()
                .notices()
                .all(stage.store())
                .forEach(notice -> each.accept(
                        Target.of("notice", notice.id()), notice.state().name()));
        for (LocalDate date : stage.scenario().dates()) {
            DayBook book = Books.of(stage, date);
            for (int number = 1; number <= book.day().plan().boundaries().size(); number++) {
                each.accept(
                        Target.of("publication", SlotId.of(date, number).toString()),
                        book.stateOf(number).name());
            }
            stage.source()
                    .inspections()
                    .find(stage.store(), date)
                    .ifPresent(checklist -> each.accept(
                            Target.of("inspection", date.toString()),
                            checklist.state().name()));
        }
        stage.scenario().commands().stream()
                .filter(command -> command.name().equals("DRAFT_REPORT"))
                .map(command -> command.args().text("week") + ":" + command.actor())
                .distinct()
                .forEach(id -> stage.source()
                        .weeklyReports()
                        .find(
                                stage.store(),
                                IsoWeek.parse(id.substring(0, id.indexOf(':'))),
                                ActorId.of(id.substring(id.indexOf(':') + 1)))
                        .ifPresent(report -> each.accept(
                                Target.of("weekly_report", id), report.state().name())));
    }
}

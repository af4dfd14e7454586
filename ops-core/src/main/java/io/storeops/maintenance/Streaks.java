package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.id.Sha256;
import io.storeops.inspection.Judgement;
import io.storeops.inspection.RuleKey;
import io.storeops.inspection.Standing;
import io.storeops.inspection.Streak;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * The runs of observations of one rule, as one look finds and leaves them. What was good in every look has no row: when it was last good
 * is known from the last look at the same subjects. Used by one thread.
 */
final class Streaks {
    private final Context context;
    private final RuleKey rule;
    private final Optional<Versioned<SeenRun>> last;
    private final Sha256 subjects;
    private final Streak unkept;
    private final Map<String, Versioned<SeenStreak>> known = new HashMap<>();
    private final List<Edit<?>> edits = new ArrayList<>();

    private Streaks(Context context, RuleKey rule, Set<String> subjects) {
        this.context = context;
        this.rule = rule;
        this.last = context.rows()
                .find(SeenRun.TABLE, SeenRun.TABLE.keyOf(context.store().id(), rule));
        this.subjects = Sha256.of(String.join("\n", new TreeSet<>(subjects)));
        this.unkept = unkept();
    }

    /** The runs before a look at these subjects. */
    static Streaks of(Context context, RuleKey rule, Set<String> subjects) {
        Streaks streaks = new Streaks(context, rule, subjects);
        context.rows()
                .all(Query.of(SeenStreak.TABLE, context.store().id()).where(rule))
                .forEach(row -> streaks.known.put(
                        row.key().subject(),
                        context.rows()
                                .find(
                                        SeenStreak.TABLE,
                                        SeenStreak.TABLE.keyOf(
                                                row.store(), rule, row.key().subject()))
                                .orElseThrow()));
        return streaks;
    }

    /** How many listings the last look gave that was judged. */
    OptionalLong lastChecked() {
        return last.map(run -> OptionalLong.of(run.value().checked())).orElse(OptionalLong.empty());
    }

    /** The run of a subject before the look. */
    Optional<Streak> find(String subject) {
        return Optional.ofNullable(known.get(subject)).map(row -> row.value().streak());
    }

    /** The run of a subject after a judgement; kept if it is bad, or was. */
    Streak after(String subject, Judgement judgement) {
        Streak before = find(subject).orElse(unkept);
        Streak after = before.after(judgement);
        boolean kept = known.containsKey(subject) || judgement.standing() == Standing.BROKEN;
        if (kept && !after.equals(before)) {
            edits.add(Edit.touch(
                    SeenStreak.TABLE,
                    Optional.ofNullable(known.get(subject)),
                    new SeenStreak(context.store().id(), new AnomalyKey(rule, subject), after)));
        }
        return after;
    }

    /** The run of whatever has no row: the same for all subjects of the look. */
    private Streak unkept() {
        Optional<Instant> good = last.map(Versioned::value)
                .filter(run -> run.subjects().equals(subjects))
                .map(SeenRun::asOf);
        return good.map(at -> new Streak(Optional.empty(), good, 1, good)).orElse(Streak.NONE);
    }

    /** What is kept of the look, once all is judged. */
    List<Edit<?>> judged(Instant asOf, long checked) {
        if (last.filter(run -> run.value().asOf().isAfter(asOf)).isEmpty()) {
            edits.add(
                    Edit.touch(SeenRun.TABLE, last, new SeenRun(context.store().id(), rule, asOf, checked, subjects)));
        }
        return edits;
    }
}

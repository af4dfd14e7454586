package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.id.Sha256;
import io.storeops.inspection.Judgement;
import io.storeops.inspection.RuleKey;
import io.storeops.inspection.Standing;
import io.storeops.inspection.Streak;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The runs of observations of one rule, as one look finds and leaves them. What was good in every look has no row: when it was last good
 * is known from the last look at the same subjects. Used by one thread.
 */
final class Streaks {
    private final Context context;
    private final RuleKey rule;
    private final Streak unkept;
    private final Map<String, Versioned<SeenStreak>> known = new HashMap<>();
    private final List<Edit<?>> edits = new ArrayList<>();

    private Streaks(Context context, RuleKey rule, Streak unkept) {
        this.context = context;
        this.rule = rule;
        this.unkept = unkept;
    }

    /** The runs before a look at subjects of a hash. */
    static Streaks of(Context context, RuleKey rule, Sha256 subjects, Optional<SeenRun.Sound> last) {
        Optional<Instant> good =
                last.filter(sound -> sound.subjects().equals(subjects)).map(SeenRun.Sound::asOf);
        Streaks streaks = new Streaks(
                context,
                rule,
                good.map(at -> new Streak(Optional.empty(), good, 1, good)).orElse(Streak.NONE));
        try (Scan<Versioned<SeenStreak>> rows = context.rows()
                .scan(Query.of(SeenStreak.TABLE, context.store().id()).where(rule))) {
            rows.forEachRemaining(row -> streaks.known.put(row.value().key().subject(), row));
        }
        return streaks;
    }

    /** The run of a subject before the look, if it is kept. */
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

    /** What is kept of the runs, once all is judged. */
    List<Edit<?>> edits() {
        return edits;
    }
}

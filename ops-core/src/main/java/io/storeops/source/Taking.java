package io.storeops.source;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Fact;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.feed.FeedRead;
import io.storeops.feed.RowProblem;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of the rows of a look while an act decides on them: each by itself, all that are taken in one commit. Used by one
 * thread.
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class Taking {
    private static final String TAKEN = "taken";
    private static final String REFUSED = "refused";

    private final Context context;
    private final SourceLook look;
    private final List<RowProblem> problems;
    private final List<Edit<?>> edits = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Json> refused = new ArrayList<>();
    private final List<StrayRow> strays = new ArrayList<>();
    private long taken;

    private Taking(Context context, SourceLook look, List<RowProblem> problems) {
        this.context = context;
        this.look = look;
        this.problems = problems;
    }

    /**
     * Begins with a look.
     *
     * @param context who looks, where and when
     * @param source at which source
     * @param read what it gave
     * @return nothing taken yet
     */
    public static Taking of(Context context, Source source, FeedRead<?> read) {
        return new Taking(context, SourceLook.next(context, source, read), read.problems());
    }

    /**
     * The look.
     *
     * @return the look as it is written down
     */
    public SourceLook look() {
        return look;
    }

    /**
     * Whether the source speaks of an instant so far ahead that nothing of it is taken; then that is refused. The same slack as a
     * judgement has: a source whose clock is a little ahead is read, and judged by then (D5).
     *
     * @return true if nothing is to be taken
     */
    public boolean refusedAsAhead() {
        boolean ahead = look.asOf()
                .filter(asOf -> asOf.isAfter(
                        context.now().plus(context.roster().maintenance().feed().maxAge())))
                .isPresent();
        if (ahead) {
            refuseAll(
                    "FROM_THE_FUTURE",
                    "the source says that it is of " + look.asOf().orElseThrow() + ", now is " + context.now()
                            + "; correct the instant, or the clock that it comes from");
        }
        return ahead;
    }

    /**
     * Refuses a value.
     *
     * @param subject of what it speaks
     * @param what which value of it
     * @param code the stable code
     * @param detail what stands there and what was expected
     */
    public void refuse(String subject, String what, String code, String detail) {
        refused.add(Json.object(Map.of(
                "subject", Json.of(subject),
                "what", Json.of(what),
                "code", Json.of(code),
                "detail", Json.of(detail))));
    }

    /**
     * Refuses all that the source gave.
     *
     * @param code the stable code
     * @param detail what stands there and what was expected
     */
    public void refuseAll(String code, String detail) {
        refuse(context.store().id().value(), look.source().name(), code, detail);
    }

    /**
     * Keeps a row of what the catalogue does not have.
     *
     * @param itemId the item that it names; empty if it names none
     * @param skuId the SKU that it names; empty if it names none
     * @param says what it says
     */
    public void stray(Optional<String> itemId, Optional<String> skuId, String says) {
        strays.add(new StrayRow(
                context.store().id(), look.source(), look.number(), strays.size() + 1L, itemId, skuId, says));
    }

    /**
     * Takes values.
     *
     * @param values how many
     * @param changes what changes by them
     */
    public void take(long values, List<? extends Edit<?>> changes) {
        taken += values;
        edits.addAll(changes);
    }

    /**
     * States what other modules check before the commit, and react to in it.
     *
     * @param fact the fact
     */
    public void state(Fact fact) {
        facts.add(fact);
    }

    /**
     * What is to be committed: the look, what it changed, and what came of the rest.
     *
     * @return the verdict
     */
    public Verdict.Done done() {
        List<Edit<?>> all = new ArrayList<>(List.of(Edit.insert(SourceLook.TABLE, look)));
        all.addAll(edits);
        if (!strays.isEmpty()) {
            all.add(Edit.append(StrayRow.TABLE, strays));
        }
        return Verdict.done(all.toArray(Edit<?>[]::new))
                .stating(facts.toArray(Fact[]::new))
                .telling("rows", Json.of(look.rows()))
                .telling("problems", Json.of(problems.size()))
                .telling(TAKEN, Json.of(taken))
                .telling("strays", Json.of(strays.size()))
                .telling(REFUSED, Json.array(refused));
    }

    /**
     * What became of a look, from what was written.
     *
     * @param context the store and its rows
     * @param written what the act wrote
     * @param problems the rows that could not be read; none if the source was not read again
     * @return the intake
     */
    public static SourceIntake recall(Context context, Written written, List<RowProblem> problems) {
        SourceLook look = written.get(SourceLook.TABLE);
        JsonReader told = written.told();
        return new SourceIntake(
                look,
                told.number(TAKEN),
                told.elements(REFUSED).stream()
                        .map(each -> new SourceIntake.Refused(
                                each.text("subject"), each.text("what"), each.text("code"), each.text("detail")))
                        .toList(),
                written.first()
                        ? written.appended(StrayRow.TABLE)
                        : StrayRow.of(context.rows(), look.source(), look.number()),
                problems);
    }
}

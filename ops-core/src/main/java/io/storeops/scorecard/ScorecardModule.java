package io.storeops.scorecard;

import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import io.storeops.agenda.DutyModule;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.storage.Table;
import java.util.List;
import java.util.function.Function;

/** The scorecard: it keeps nothing, and counts what duties know. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class ScorecardModule implements OpsModule {
    /** The module. */
    public static final ScorecardModule MODULE = new ScorecardModule();

    static final EntryPoint READ = EntryPoint.look(
            "READ_SCORECARD",
            List.of(
                    Right.COLLECT_AND_RELEASE,
                    Right.MAINTAIN,
                    Right.RUN_ACTIVITIES,
                    Right.LIAISE,
                    Right.FEED_BACK,
                    Right.INSTRUCT,
                    Right.ACCEPT_REPORT,
                    Right.READ),
            DataClass.SALES,
            DataClass.OPERATIONS);

    /** What another person's figures are is for those who lead, and for those whom the roster lets read. */
    static final EntryPoint READ_OF_OTHERS = EntryPoint.look(
            "READ_SCORECARD_OF_OTHERS",
            List.of(Right.INSTRUCT, Right.ACCEPT_REPORT, Right.READ),
            DataClass.SALES,
            DataClass.OPERATIONS);

    private ScorecardModule() {}

    @Override
    public String name() {
        return "scorecard";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of();
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return List.of(READ, READ_OF_OTHERS);
    }

    /**
     * What gives persons the scorecards of stores.
     *
     * @param duties the modules that count key figures
     * @return gives the scorecards in a person's hands
     */
    public Function<PersonalActs, Scorecards> service(List<? extends DutyModule> duties) {
        Counting counting = new Counting(
                duties.stream().flatMap(duty -> duty.measures().stream()).toList());
        return acts -> new Scorecards(acts, counting);
    }
}

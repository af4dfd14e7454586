package io.storeops.agenda;

import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.storage.Table;
import java.util.List;
import java.util.stream.Stream;

/** The agenda as a module: what is completed by hand, and up to when the engine looked. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class AgendaModule implements OpsModule {
    /** The module. */
    public static final AgendaModule MODULE = new AgendaModule();

    /** What nearly all duties need. */
    static final List<Right> EXECUTING =
            List.of(Right.MAINTAIN, Right.COLLECT_AND_RELEASE, Right.RUN_ACTIVITIES, Right.LIAISE, Right.FEED_BACK);

    static final EntryPoint READ_AGENDA = EntryPoint.look(
            "READ_AGENDA",
            // A denial names the first, which is that of the looks at the day's figures.
            joined(List.of(Right.COLLECT_AND_RELEASE), joined(EXECUTING, List.of(Right.READ, Right.INSTRUCT))),
            DataClass.OPERATIONS);

    /** Each occurrence asks for the one right that its duty names, which may be any. */
    static final EntryPoint COMPLETE = EntryPoint.act("COMPLETE_OCCURRENCE", joined(EXECUTING, Right.known()));

    static final EntryPoint HAND_OVER = EntryPoint.act("HAND_OVER", EXECUTING);

    static final EntryPoint FLAG = EntryPoint.engine("FLAG", Right.FLAG);

    private static List<Right> joined(List<Right> first, List<Right> further) {
        return Stream.concat(first.stream(), further.stream()).distinct().toList();
    }

    private AgendaModule() {}

    @Override
    public String name() {
        return "agenda";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Completion.TABLE, TickMark.TABLE, Raised.TABLE, Handover.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return List.of(COMPLETE, HAND_OVER, READ_AGENDA, FLAG);
    }
}

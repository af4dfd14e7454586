package io.storeops.agenda;

import io.storeops.act.EntryPoint;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import java.util.List;
import java.util.stream.Stream;

/** The doors of the agenda. */
public final class AgendaEntries {
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

    private AgendaEntries() {}

    private static List<Right> joined(List<Right> first, List<Right> further) {
        return Stream.concat(first.stream(), further.stream()).distinct().toList();
    }

    /**
     * All of them.
     *
     * @return acts first, then looks
     */
    public static List<EntryPoint> all() {
        return List.of(COMPLETE, READ_AGENDA);
    }
}

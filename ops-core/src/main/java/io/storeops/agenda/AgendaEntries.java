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
            List.of(
                    Right.COLLECT_AND_RELEASE,
                    Right.MAINTAIN,
                    Right.RUN_ACTIVITIES,
                    Right.LIAISE,
                    Right.FEED_BACK,
                    Right.READ,
                    Right.INSTRUCT),
            DataClass.OPERATIONS);

    /** Each occurrence asks for the one right that its duty names. */
    static final EntryPoint COMPLETE = EntryPoint.act("COMPLETE_OCCURRENCE", executingFirst());

    private AgendaEntries() {}

    /** A duty may need any right. */
    private static List<Right> executingFirst() {
        return Stream.concat(EXECUTING.stream(), Right.known().stream())
                .distinct()
                .toList();
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

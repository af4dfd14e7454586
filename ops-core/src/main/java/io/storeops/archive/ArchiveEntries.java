package io.storeops.archive;

import io.storeops.act.EntryPoint;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import java.util.List;
import java.util.stream.Stream;

/** The doors of the archive. */
public final class ArchiveEntries {
    /** Whoever executes any part of the work has its evidence to attach. */
    private static final List<Right> WORKERS =
            List.of(Right.COLLECT_AND_RELEASE, Right.MAINTAIN, Right.RUN_ACTIVITIES, Right.LIAISE, Right.FEED_BACK);

    private static final List<Right> AUDITORS = List.of(Right.INSTRUCT, Right.READ);

    static final EntryPoint ATTACH = EntryPoint.act("ATTACH_EVIDENCE", WORKERS);
    static final EntryPoint READ_EVIDENCE = evidence("READ_EVIDENCE");
    static final EntryPoint READ_CONTENT = evidence("READ_EVIDENCE_CONTENT");
    static final EntryPoint READ_TRAIL = EntryPoint.look("READ_TRAIL", AUDITORS, DataClass.AUDIT);
    static final EntryPoint VERIFY_TRAIL = EntryPoint.look("VERIFY_TRAIL", AUDITORS, DataClass.AUDIT);

    private ArchiveEntries() {}

    private static EntryPoint evidence(String name) {
        List<Right> readers = Stream.concat(WORKERS.stream(), AUDITORS.stream()).toList();
        return EntryPoint.look(name, readers, DataClass.EVIDENCE);
    }

    /**
     * All of them.
     *
     * @return acts first, then looks
     */
    public static List<EntryPoint> all() {
        return List.of(ATTACH, READ_EVIDENCE, READ_CONTENT, READ_TRAIL, VERIFY_TRAIL);
    }
}

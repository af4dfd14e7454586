package io.storeops.archive;

import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.Redaction;
import io.storeops.storage.Table;
import java.util.List;
import java.util.stream.Stream;

/** The archive as a module: evidence and the audit trail. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class ArchiveModule implements OpsModule {
    /** The module. */
    public static final ArchiveModule MODULE = new ArchiveModule();

    /** Whoever executes any part of the work has its evidence to attach. */
    private static final List<Right> WORKERS =
            List.of(Right.COLLECT_AND_RELEASE, Right.MAINTAIN, Right.RUN_ACTIVITIES, Right.LIAISE, Right.FEED_BACK);

    private static final List<Right> AUDITORS = List.of(Right.INSTRUCT, Right.READ);

    static final EntryPoint ATTACH = EntryPoint.act("ATTACH_EVIDENCE", WORKERS);
    static final EntryPoint READ_EVIDENCE = evidence("READ_EVIDENCE");
    static final EntryPoint READ_CONTENT = evidence("READ_EVIDENCE_CONTENT");
    static final EntryPoint READ_TRAIL = EntryPoint.look("READ_TRAIL", AUDITORS, DataClass.AUDIT);
    static final EntryPoint VERIFY_TRAIL = EntryPoint.look("VERIFY_TRAIL", AUDITORS, DataClass.AUDIT);
    static final EntryPoint REDACT = EntryPoint.host(Redaction.ACT);

    private static EntryPoint evidence(String name) {
        List<Right> readers = Stream.concat(WORKERS.stream(), AUDITORS.stream()).toList();
        return EntryPoint.look(name, readers, DataClass.EVIDENCE);
    }

    private ArchiveModule() {}

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(AuditEntry.TABLE, Evidence.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return List.of(ATTACH, READ_EVIDENCE, READ_CONTENT, READ_TRAIL, VERIFY_TRAIL, REDACT);
    }
}

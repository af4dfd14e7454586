package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Caller;
import io.storeops.act.Commits;
import io.storeops.act.Edit;
import io.storeops.act.Verdict;
import io.storeops.evidence.AuditRecord;
import io.storeops.evidence.Target;
import io.storeops.id.StoreId;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the host says of sources that cannot be read, and can again. Thread-safe. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class SourceOutages {
    private final Storage storage;
    private final Commits commits;

    /**
     * The outages of a storage.
     *
     * @param storage where they are kept
     * @param commits the way into it, and the library's time
     */
    public SourceOutages(Storage storage, Commits commits) {
        this.storage = requireNonNull(storage, "storage");
        this.commits = requireNonNull(commits, "commits");
    }

    /**
     * Writes down that from now on nothing can be read of subjects, or that they can be read again. What is known already changes
     * nothing.
     *
     * @param caller who, under which command id
     * @param store the store
     * @param subjects of whom
     * @param down whether they cannot be read
     */
    public void tell(Caller caller, StoreId store, List<Subject> subjects, boolean down) {
        Map<Subject, Versioned<SourceOutage>> open = open(store);
        List<Edit<?>> edits = new ArrayList<>();
        for (Subject subject : subjects) {
            Optional<Versioned<SourceOutage>> known = Optional.ofNullable(open.get(subject));
            if (down && known.isEmpty()) {
                edits.add(Edit.insert(
                        SourceOutage.TABLE, new SourceOutage(store, subject, commits.now(), Optional.empty())));
            }
            if (!down && known.isPresent()) {
                edits.add(Edit.replace(
                        SourceOutage.TABLE,
                        known.get(),
                        new SourceOutage(store, subject, known.get().value().downAt(), Optional.of(commits.now()))));
            }
        }
        if (!edits.isEmpty()) {
            commits.commit(
                    caller,
                    store,
                    down ? FiguresModule.SOURCE_DOWN : FiguresModule.SOURCE_UP,
                    Target.STORE,
                    AuditRecord.Rules.NONE,
                    subjects.toString(),
                    Verdict.done(edits.toArray(Edit<?>[]::new)));
        }
    }

    private Map<Subject, Versioned<SourceOutage>> open(StoreId store) {
        Map<Subject, Versioned<SourceOutage>> open = new HashMap<>();
        try (Scan<Versioned<SourceOutage>> scan = storage.scan(Query.of(SourceOutage.TABLE, store))) {
            scan.forEachRemaining(outage -> {
                if (outage.value().upAt().isEmpty()) {
                    open.put(outage.value().subject(), outage);
                }
            });
        }
        return open;
    }
}

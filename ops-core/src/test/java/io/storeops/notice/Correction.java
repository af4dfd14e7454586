package io.storeops.notice;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import java.util.List;

/** An act of a duty after which departments have to be told something else. */
record Correction(String id) implements Act<String> {
    static final EntryPoint ENTRY = EntryPoint.act("CORRECTION", List.of(Right.COLLECT_AND_RELEASE));

    @Override
    public EntryPoint entry() {
        return ENTRY;
    }

    @Override
    public String arguments() {
        return id;
    }

    @Override
    public Verdict decide(Context context) {
        return Verdict.done().stating(new ChangeToAnnounce(Target.of("anomaly", id), "A", "8 left"));
    }

    @Override
    public String recall(Context context, Written written) {
        return id;
    }
}

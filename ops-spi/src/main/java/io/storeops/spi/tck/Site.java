package io.storeops.spi.tck;

import io.storeops.storage.Committed;
import io.storeops.storage.Storage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where jobs are done: in this process through one handle, or in another process. */
interface Site {
    /** Does all jobs at once and gives the receipts that they got. */
    List<Committed> perform(List<Job> jobs) throws Exception;

    static Site of(Storage storage) {
        return jobs -> {
            List<Committed> receipts = Collections.synchronizedList(new ArrayList<>());
            Job.together(jobs, storage, receipts::add);
            return List.copyOf(receipts);
        };
    }
}

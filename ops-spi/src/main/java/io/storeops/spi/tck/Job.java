package io.storeops.spi.tck;

import io.storeops.storage.Committed;
import io.storeops.storage.Storage;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** What one worker is to do: the work, how often, and the name that tells its commits from those of others. */
record Job(Work work, int times, String name) {
    static Job parse(String text) {
        String[] parts = text.split(" ", 3);
        return new Job(Work.valueOf(parts[0]), Integer.parseInt(parts[1]), parts[2]);
    }

    /** Does each job in a thread of its own, all beginning together. */
    static void together(List<Job> jobs, Storage storage, Consumer<Committed> acknowledged) throws Exception {
        List<Callable<Boolean>> work = jobs.stream()
                .map(job -> Threads.work(() -> {
                    job.work().on(storage, job, acknowledged);
                    return true;
                }))
                .toList();
        Threads.together(work);
    }

    @Override
    public String toString() {
        return work + " " + times + " " + name;
    }
}

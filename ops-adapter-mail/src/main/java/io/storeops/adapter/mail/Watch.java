package io.storeops.adapter.mail;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends conversations that take too long in all: each answer in time is not enough for a server that drips. One thread, which does not
 * keep the process alive. Thread-safe.
 */
final class Watch implements AutoCloseable {
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread watcher = new Thread(task, "storeops-mail-watch");
        watcher.setDaemon(true);
        return watcher;
    });

    Watch() {
        // A conversation that ended is not held on to.
        thread.setRemoveOnCancelPolicy(true);
    }

    /** Has something done after a time, unless the future is cancelled before. */
    Future<?> after(Duration time, Runnable ending) {
        return thread.schedule(ending, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

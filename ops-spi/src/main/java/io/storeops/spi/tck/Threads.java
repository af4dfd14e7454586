package io.storeops.spi.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work that is done at the same time. */
final class Threads {
    private Threads() {}

    /** Runs each work in a thread of its own, all beginning together; the failure of one is the failure of all. */
    static <T> List<T> together(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            CyclicBarrier start = new CyclicBarrier(work.size());
            CompletionService<T> finished = new ExecutorCompletionService<>(threads);
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> one : work) {
                running.add(finished.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            // In the order in which they end, so that nobody waits for one who waits for one who failed.
            for (int i = 0; i < work.size(); i++) {
                finished.take().get();
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("A thread failed: " + e.getCause(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Lets the compiler see a lambda as work. */
    static <T> Callable<T> work(Callable<T> work) {
        return work;
    }
}

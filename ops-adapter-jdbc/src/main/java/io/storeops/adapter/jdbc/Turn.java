package io.storeops.adapter.jdbc;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Whose turn it is to write, where writing transactions of one process must not overlap. Thread-safe. */
final class Turn {
    /** Where they may, or of whoever only reads. */
    static final Turn FREE = new Turn(false);

    private final Lock lock = new ReentrantLock();
    private final boolean exclusive;

    private Turn(boolean exclusive) {
        this.exclusive = exclusive;
    }

    static Turn of(Dialect dialect) {
        return dialect.commitsOneByOne() ? new Turn(true) : FREE;
    }

    /** Waits for it. */
    void take() {
        if (exclusive) {
            lock.lock();
        }
    }

    /** Lets the next one. */
    void leave() {
        if (exclusive) {
            lock.unlock();
        }
    }
}

package io.storeops.adapter.csv.storage;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Where everything goes that is wrong with a folder: one consumer, which may throw it and so end the reading. */
final class Problems {
    private final Consumer<DamagedFileException> taker;

    Problems(Consumer<DamagedFileException> taker) {
        this.taker = taker;
    }

    /** Reads something that may be damaged. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Takes over something that may be damaged. */
    interface Taking {
        void run() throws IOException;
    }

    void add(DamagedFileException problem) {
        taker.accept(problem);
    }

    /** What is read, empty if it is damaged, which is a problem then. */
    <T> Optional<T> sound(Reading<T> reading) throws IOException {
        try {
            return Optional.of(reading.read());
        } catch (DamagedFileException e) {
            add(e);
            return Optional.empty();
        }
    }

    /** Takes something over as far as it is sound. */
    void guard(Taking taking) throws IOException {
        try {
            taking.run();
        } catch (DamagedFileException e) {
            add(e);
        }
    }
}

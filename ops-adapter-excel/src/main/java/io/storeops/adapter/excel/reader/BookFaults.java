package io.storeops.adapter.excel.reader;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What is said of a workbook that cannot be read.
 *
 * @param file the workbook
 * @param format what it begins like, as in ".xlsx"
 */
record BookFaults(Path file, String format) {
    /** A step of reading. */
    interface Reading<T> {
        T run() throws IOException;
    }

    /**
     * Says in one way whatever a damaged file makes a parser throw. Errors too: POI asserts what it reads, and follows folders in one
     * another by recursion.
     *
     * @param place where in the file it happened, asked for then; empty if nowhere in particular
     */
    <T> T guarded(Supplier<String> place, Reading<T> reading) {
        try {
            return reading.run();
        } catch (AdapterException e) {
            throw e;
        } catch (IOException | RuntimeException | AssertionError | StackOverflowError e) {
            throw invalid(place.get(), e);
        }
    }

    AdapterException invalid(String place, Throwable why) {
        return new AdapterException(
                FaultKind.INVALID,
                file + (place.isEmpty() ? "" : ", " + place) + " cannot be read as an " + format + " workbook: "
                        + reason(why),
                why);
    }

    AdapterException unreadable(IOException why) {
        return new AdapterException(
                FaultKind.INVALID, file + " cannot be read: " + why + ". Check the path and its rights", why);
    }

    /** Words of ours are those of an IOException or of a value that refuses; anything else is a parser that stumbled. */
    private static String reason(Throwable why) {
        String said = why.getMessage();
        return said != null && (why instanceof IOException || why instanceof IllegalArgumentException)
                ? said
                : "it is damaged (" + why + ")";
    }
}

package io.storeops.examples.cli;

import static java.util.Objects.requireNonNull;

import java.io.Console;
import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param out results, in UTF-8
 * @param err messages and progress, in UTF-8
 * @param live whether a person is watching, so that progress is worth showing
 */
public record Terminal(PrintStream out, PrintStream err, boolean live) {
    private static final int WIDTH = 60;

    /** Checks for null. */
    public Terminal {
        requireNonNull(out, "out");
        requireNonNull(err, "err");
    }

    /**
     * Whether this process writes to a terminal. From JDK 22 on there may be a Console without one, which then says so.
     *
     * @return true if a person is watching
     */
    @SuppressWarnings("SystemConsoleNull") // Before JDK 22 it is null without a terminal; later isTerminal says so.
    public static boolean watched() {
        Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /**
     * Shows how far a long work is, over what was shown before.
     *
     * @param text one short line
     */
    void progress(String text) {
        if (live) {
            err.print("\r" + text + " ".repeat(Math.max(0, WIDTH - text.length())));
            err.flush();
        }
    }

    /** Takes the progress away. */
    void endProgress() {
        if (live) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            err.flush();
        }
    }
}

package io.storeops.examples.cli;

import static java.util.Objects.requireNonNull;

import java.io.Console;
import java.io.PrintStream;

/** Where a command writes. What it prints of others steers no terminal: the streams show such characters by their number. */
public final class Terminal {
    private static final int WIDTH = 60;

    private final PrintStream out;
    private final PrintStream err;
    private final PrintStream bar;
    private final boolean live;

    /**
     * Creates the terminal.
     *
     * @param out results, in UTF-8
     * @param err messages and progress, in UTF-8
     * @param live whether a person is watching, so that progress is worth showing
     */
    public Terminal(PrintStream out, PrintStream err, boolean live) {
        this.out = Harmless.stream(out);
        this.err = Harmless.stream(err);
        this.bar = requireNonNull(err, "err");
        this.live = live;
    }

    /**
     * Where results go.
     *
     * @return a stream of UTF-8
     */
    public PrintStream out() {
        return out;
    }

    /**
     * Where messages go.
     *
     * @return a stream of UTF-8
     */
    public PrintStream err() {
        return err;
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
            String shown = Harmless.text(text);
            bar.print("\r" + shown + " ".repeat(Math.max(0, WIDTH - shown.length())));
            bar.flush();
        }
    }

    /** Takes the progress away. */
    void endProgress() {
        if (live) {
            bar.print("\r" + " ".repeat(WIDTH) + "\r");
            bar.flush();
        }
    }
}

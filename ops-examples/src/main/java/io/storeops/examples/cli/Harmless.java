package io.storeops.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Text of others, such as names of files, made harmless for whoever reads it: what would steer a terminal, turn the direction of
 * writing or not be seen is shown by its number, as in {@code \\u001B}.
 */
final class Harmless {
    private Harmless() {}

    /**
     * A text that steers nothing.
     *
     * @param text any text
     * @return the same with every control and format character by its number, but for line ends and tabs
     */
    static String text(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean lineEnd = c == '\n' || (c == '\r' && next < text.length() && text.charAt(next) == '\n');
            if (lineEnd || c == '\t' || !steers(c)) {
                shown.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    shown.append(String.format(Locale.ROOT, "\\u%04X", (int) unit));
                }
            }
            i = next;
        }
        return shown.toString();
    }

    private static boolean steers(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    /**
     * A stream that passes text on as {@link #text} makes it.
     *
     * @param out takes UTF-8
     * @return the stream; what it was given leaves with the end of its line, or when it is flushed
     */
    static PrintStream stream(PrintStream out) {
        return new PrintStream(new Lines(out), false, UTF_8);
    }

    /** Collects a line, since a character comes in several bytes. */
    private static final class Lines extends FilterOutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Lines(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            line.write(b);
            if (b == '\n') {
                pass();
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int i = from; i < from + length; i++) {
                write(bytes[i]);
            }
        }

        @Override
        public void flush() throws IOException {
            pass();
            super.flush();
        }

        private void pass() throws IOException {
            out.write(text(line.toString(UTF_8)).getBytes(UTF_8));
            line.reset();
        }
    }
}

package io.storeops.authority;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * A right: a verb with an optional scope, as the roster writes it: {@code EXECUTE:X1}, {@code APPROVE:EXTENSION},
 * {@code INSTRUCT}. Rights are compared exactly; none contains another.
 *
 * @param verb what may be done, as in SUGGEST (建议权), EXECUTE (执行权), PARTICIPATE (参与权)
 * @param scope on what; empty where the verb stands alone
 */
public record Right(String verb, String scope) implements Comparable<Right> {
    // Stands first: the constants below are checked against it while the class is being initialised.
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{0,40}");

    /** Data collection and reporting. */
    public static final Right COLLECT_AND_RELEASE = parse("EXECUTE:X1");

    /** Task feedback, which reads what it reports on. */
    public static final Right FEED_BACK = parse("EXECUTE:X5");

    /** Looking without touching. */
    public static final Right READ = parse("READ");

    /** The manager's right to give instructions. */
    public static final Right INSTRUCT = parse("INSTRUCT");

    /**
     * Checks the words.
     *
     * @throws IllegalArgumentException if verb or scope is no word of capital letters, digits and underscores
     */
    public Right {
        requireNonNull(scope, "scope");
        if (!WORD.matcher(verb).matches()
                || (!scope.isEmpty() && !WORD.matcher(scope).matches())) {
            throw new IllegalArgumentException(
                    "'" + verb + ":" + scope + "' is no right (expected as in EXECUTE:X1 or INSTRUCT)");
        }
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @param text as in {@code EXECUTE:X1} or {@code INSTRUCT}
     * @return the right
     * @throws IllegalArgumentException if the text is no right
     */
    public static Right parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? new Right(text, "") : new Right(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public int compareTo(Right other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return scope.isEmpty() ? verb : verb + ":" + scope;
    }
}

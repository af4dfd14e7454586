package io.storeops.adapter.jdbc.marketplace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A configured statement that was looked at, character by character: one SELECT, whose named parameters are bound. What two databases
 * read in two ways (comments, backslashes, other quotes) is refused rather than understood, so that nothing can hide in it. This is the
 * first fence; the read-only transaction is the second, and an account that may only read is the third. Immutable.
 *
 * @param jdbc the statement as a driver takes it, with a question mark for each parameter
 * @param parameters the names of the parameters in the order of the question marks
 */
record SelectText(String jdbc, List<String> parameters) {
    /** What changes something, or locks, wherever it stands outside of quotes. A function of the name, as in REPLACE(), is none of it. */
    private static final Set<String> FORBIDDEN = Set.of(
            "INSERT",
            "UPDATE",
            "DELETE",
            "MERGE",
            "INTO",
            "LOCK",
            "CALL",
            "EXEC",
            "EXECUTE",
            "TRUNCATE",
            "OUTFILE",
            "DUMPFILE");

    private static final Set<String> ALSO_FUNCTIONS = Set.of("TRUNCATE");

    /** What reaches files, other databases, sequences or sessions. Some are refused by the database as well, but not by every one. */
    private static final Pattern FUNCTIONS = Pattern.compile(
            "PG_.*|LO_.*|DBLINK.*|.*_TO_XML.*|NEXTVAL|SETVAL|SET_CONFIG|CSVREAD|CSVWRITE|FILE_READ|FILE_WRITE|LINK_SCHEMA|LOAD_FILE"
                    + "|SLEEP|BENCHMARK|GET_LOCK|RELEASE_LOCK|RELEASE_ALL_LOCKS|ABORT_SESSION|CANCEL_SESSION");

    SelectText {
        parameters = List.copyOf(parameters);
    }

    /** A statement that is no single SELECT. Its message has no part of the statement but single words. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Looks at a statement.
     *
     * @param text the statement as it was configured
     * @param backticks whether the database quotes names with backticks
     * @return the statement for the driver
     * @throws Refused if it is not one SELECT and nothing else
     */
    static SelectText parse(String text, boolean backticks) throws Refused {
        return new Reading(text, backticks).read();
    }

    private static final class Reading {
        private final String text;
        private final boolean backticks;
        private final StringBuilder jdbc = new StringBuilder();
        private final List<String> parameters = new ArrayList<>();
        private String word = "";
        private String first = "";
        private int depth;
        private int at;

        Reading(String text, boolean backticks) {
            this.text = text;
            this.backticks = backticks;
        }

        SelectText read() throws Refused {
            refuseAnywhere();
            while (at < text.length()) {
                next();
            }
            if (depth != 0) {
                throw new Refused("has a bracket that is not closed");
            }
            if (!first.equals("SELECT") && !first.equals("WITH")) {
                throw new Refused("begins with neither SELECT nor WITH");
            }
            return new SelectText(jdbc.toString(), parameters);
        }

        /** Even in quotes, since what is quoted differs between databases. */
        private void refuseAnywhere() throws Refused {
            for (String part : List.of(";", "--", "/*", "*/", "\\")) {
                if (text.contains(part)) {
                    throw new Refused("has '" + part
                            + "', which stands nowhere in it, not even in quotes: one SELECT without an end and"
                            + " without comments. Write remarks under 'doc', and such a text as a parameter");
                }
            }
            if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
                throw new Refused("has a control character");
            }
        }

        private void next() throws Refused {
            char c = text.charAt(at);
            if (c == '\'' || c == '"' || c == '`') {
                quoted(c);
            } else if (c == ':') {
                colon();
            } else if (Character.isLetter(c) || c == '_') {
                word();
            } else if (Character.isDigit(c)) {
                copy(end(at));
            } else {
                symbol(c);
            }
        }

        private void symbol(char c) throws Refused {
            if ("#$@?[]{}".indexOf(c) >= 0 || text.startsWith("//", at)) {
                throw new Refused(
                        "has '" + c + "' outside of quotes (position " + (at + 1)
                                + "): a comment or a variable in one database or another. A parameter is written :name, a name with it in quotes");
            }
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth < 0) {
                throw new Refused("closes a bracket that was not opened (position " + (at + 1) + ")");
            } else if (!Character.isWhitespace(c)) {
                word = "";
            }
            copy(at + 1);
        }

        private void quoted(char quote) throws Refused {
            if (quote == '`' && !backticks) {
                throw new Refused("quotes a name with ` (position " + (at + 1) + "); this database does with \"");
            }
            int end = at + 1;
            while (true) {
                end = text.indexOf(quote, end);
                if (end < 0) {
                    throw new Refused("has a quote that is not closed (position " + (at + 1) + ")");
                }
                if (end + 1 < text.length() && text.charAt(end + 1) == quote) {
                    end += 2;
                } else {
                    break;
                }
            }
            refuseFunction(text.substring(at + 1, end), end + 1);
            word = "";
            copy(end + 1);
        }

        private void colon() throws Refused {
            if (text.startsWith("::", at)) {
                copy(at + 2);
                return;
            }
            int end = end(at + 1);
            if (end == at + 1 || !Character.isLetter(text.charAt(at + 1))) {
                throw new Refused("has a ':' that begins no parameter (position " + (at + 1) + ")");
            }
            parameters.add(text.substring(at + 1, end));
            jdbc.append('?');
            word = "";
            at = end;
        }

        private void word() throws Refused {
            int end = end(at);
            String now = text.substring(at, end).toUpperCase(Locale.ROOT);
            if (first.isEmpty()) {
                first = now;
            }
            boolean called = opensBracket(end);
            if (FORBIDDEN.contains(now) && !(called && ALSO_FUNCTIONS.contains(now))) {
                throw new Refused("has the word " + now + " (position " + (at + 1)
                        + "): it may read, and neither change nor lock. A column of that name stands in quotes");
            }
            if (word.equals("FOR") && Set.of("SHARE", "NO", "KEY").contains(now)) {
                throw new Refused("locks the rows it reads, with FOR " + now + " (position " + (at + 1) + ")");
            }
            if (word.equals("NEXT") && now.equals("VALUE")) {
                throw new Refused("takes a number of a sequence, with NEXT VALUE (position " + (at + 1) + ")");
            }
            refuseFunction(now, end);
            word = now;
            copy(end);
        }

        private void refuseFunction(String name, int end) throws Refused {
            if (opensBracket(end)
                    && FUNCTIONS.matcher(name.toUpperCase(Locale.ROOT)).matches()) {
                throw new Refused("calls " + name.toUpperCase(Locale.ROOT) + " (position " + (at + 1)
                        + "), which does more than read tables");
            }
        }

        private boolean opensBracket(int from) {
            return rest(from).filter(c -> c == '(').isPresent();
        }

        private Optional<Character> rest(int from) {
            int i = from;
            while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
                i++;
            }
            return i < text.length() ? Optional.of(text.charAt(i)) : Optional.empty();
        }

        private int end(int from) {
            int end = from;
            while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
                end++;
            }
            return end;
        }

        private void copy(int to) {
            jdbc.append(text, at, to);
            at = to;
        }
    }
}

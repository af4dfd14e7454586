package io.storeops.authority;

import static java.util.Objects.requireNonNull;

import java.util.List;
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

    /** To suggest on the daily operation and maintenance of the store. */
    public static final Right SUGGEST_OPERATION = parse("SUGGEST:S1");

    /** To suggest on the execution of operating activities. */
    public static final Right SUGGEST_ACTIVITIES = parse("SUGGEST:S2");

    /** To suggest on the handling of problems fed back from outside. */
    public static final Right SUGGEST_PROBLEMS = parse("SUGGEST:S3");

    /** To suggest on the handling of anomalies (异常). */
    public static final Right SUGGEST_ANOMALIES = parse("SUGGEST:S4");

    /** To collect and report data. */
    public static final Right COLLECT_AND_RELEASE = parse("EXECUTE:X1");

    /** To maintain the store day by day. */
    public static final Right MAINTAIN = parse("EXECUTE:X2");

    /** To run operating activities. */
    public static final Right RUN_ACTIVITIES = parse("EXECUTE:X3");

    /** To liaise inside and outside. */
    public static final Right LIAISE = parse("EXECUTE:X4");

    /** To feed back on tasks, which reads what it reports on. */
    public static final Right FEED_BACK = parse("EXECUTE:X5");

    /** To take part in drawing up the daily activities. */
    public static final Right JOIN_ACTIVITIES = parse("PARTICIPATE:P1");

    /** To take part in drawing up the daily operating plan. */
    public static final Right JOIN_PLAN = parse("PARTICIPATE:P2");

    /** The manager's right to give instructions. */
    public static final Right INSTRUCT = parse("INSTRUCT");

    /** To approve an activity. */
    public static final Right APPROVE_ACTIVITY = parse("APPROVE:ACTIVITY");

    /** To approve an operating plan. */
    public static final Right APPROVE_PLAN = parse("APPROVE:PLAN");

    /** To approve an activity's later end. */
    public static final Right APPROVE_EXTENSION = parse("APPROVE:EXTENSION");

    /** To give feedback on an escalated anomaly. */
    public static final Right DECIDE_ANOMALY = parse("DECIDE:ANOMALY");

    /** To accept, reject or defer somebody else's suggestion. */
    public static final Right DECIDE_SUGGESTION = parse("DECIDE:SUGGESTION");

    /** To decide the fate of mispriced orders. */
    public static final Right DECIDE_ORDERS = parse("DECIDE:ORDERS");

    /** To set sales targets. */
    public static final Right SET_TARGET = parse("SET:TARGET");

    /** To set baselines. */
    public static final Right SET_BASELINE = parse("SET:BASELINE");

    /** To set approved prices. */
    public static final Right SET_PRICE_BOOK = parse("SET:PRICE_BOOK");

    /** To set the floors that no price may fall below. */
    public static final Right SET_FLOOR = parse("SET:FLOOR");

    /** To accept a finished task. */
    public static final Right ACCEPT_TASK = parse("ACCEPT:TASK");

    /** To accept a weekly report. */
    public static final Right ACCEPT_REPORT = parse("ACCEPT:REPORT");

    /** To report an anomaly that others should have found. */
    public static final Right FIND_ANOMALY = parse("FIND:ANOMALY");

    /** Looking without touching. */
    public static final Right READ = parse("READ");

    /** A department's right to raise a problem. */
    public static final Right RAISE_TICKET = parse("RAISE:TICKET");

    /** A department's right to confirm that it got a notice. */
    public static final Right ACKNOWLEDGE_NOTICE = parse("ACK:NOTICE");

    /** A department's right to answer what is asked of itself. */
    public static final Right ANSWER_COORDINATION = parse("ANSWER:COORDINATION_OWN");

    /** The engine's: to plan what is due. */
    public static final Right PLAN = parse("PLAN");

    /** The engine's: to say that something is overdue. */
    public static final Right FLAG = parse("FLAG");

    /** The engine's: to remind. */
    public static final Right REMIND = parse("REMIND");

    /** The engine's: to send again. */
    public static final Right RETRY = parse("RETRY");

    /** The host's own, which no roster gives: whoever holds the storage could write the rows anyway. */
    public static final Right HOST = parse("HOST");

    private static final List<Right> KNOWN = List.of(
            SUGGEST_OPERATION,
            SUGGEST_ACTIVITIES,
            SUGGEST_PROBLEMS,
            SUGGEST_ANOMALIES,
            COLLECT_AND_RELEASE,
            MAINTAIN,
            RUN_ACTIVITIES,
            LIAISE,
            FEED_BACK,
            JOIN_ACTIVITIES,
            JOIN_PLAN,
            INSTRUCT,
            APPROVE_ACTIVITY,
            APPROVE_PLAN,
            APPROVE_EXTENSION,
            DECIDE_ANOMALY,
            DECIDE_SUGGESTION,
            DECIDE_ORDERS,
            SET_TARGET,
            SET_BASELINE,
            SET_PRICE_BOOK,
            SET_FLOOR,
            ACCEPT_TASK,
            ACCEPT_REPORT,
            FIND_ANOMALY,
            READ,
            RAISE_TICKET,
            ACKNOWLEDGE_NOTICE,
            ANSWER_COORDINATION,
            PLAN,
            FLAG,
            REMIND,
            RETRY);

    /**
     * Checks the words.
     *
     * @throws IllegalArgumentException if verb or scope is not a word of capital letters, digits and underscores
     */
    public Right {
        requireNonNull(scope, "scope");
        if (!WORD.matcher(verb).matches()
                || (!scope.isEmpty() && !WORD.matcher(scope).matches())) {
            throw new IllegalArgumentException(
                    "'" + verb + ":" + scope + "' is not a right (expected something like EXECUTE:X1 or INSTRUCT)");
        }
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @param text as in {@code EXECUTE:X1} or {@code INSTRUCT}
     * @return the right
     * @throws IllegalArgumentException if the text is not a right
     */
    public static Right parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? new Right(text, "") : new Right(text.substring(0, colon), text.substring(colon + 1));
    }

    /**
     * The rights that duties ask for; a roster gives these and no others.
     *
     * @return suggesting first, then executing, taking part, the manager's, the departments', the engine's
     */
    public static List<Right> known() {
        return KNOWN;
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

package io.storeops.position;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.evidence.EvidenceNeed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * A duty (职责): a row of the position description's table. It says how often something is to be done, what proves it (R3),
 * which right it needs (R7) and by which KPIs it is assessed. Immutable.
 *
 * @param id as in 1.1: the module and a number from 1 to 99 within it
 * @param module 1 to 5
 * @param name the duty in Chinese
 * @param english the duty in English
 * @param cadence when it is expected
 * @param urgency how soon it is to be done
 * @param evidence what proves each occurrence, at least one kind, copied
 * @param permission the right that doing it needs, one of {@link Right#known}
 * @param kpi the KPIs that assess it, as in K1.1, copied
 * @param content what is to be done in it
 * @param parties whom it concerns
 */
public record Duty(
        String id,
        int module,
        String name,
        String english,
        Cadence cadence,
        Urgency urgency,
        List<EvidenceNeed> evidence,
        Right permission,
        List<String> kpi,
        Content content,
        Parties parties) {
    /** The evidence of a collection: the figures of the slot. */
    public static final String SLOT_DATA = "SLOT_DATA";

    /** The evidence of something sent: the channel's receipt; its variant is the channel. */
    public static final String CHANNEL_RECEIPT = "CHANNEL_RECEIPT";

    /** The evidence of the summary of a day's tasks: its text (R82). */
    public static final String DAY_SUMMARY = "DAY_SUMMARY";

    private static final Pattern ID = Pattern.compile("[1-5]\\.[1-9][0-9]?");
    private static final Pattern KPI = Pattern.compile("K[1-5]\\.[1-9][0-9]?|T");
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{0,40}");

    /** How soon a duty is to be done once it is due (频率, A6). The figures that go with each stand in the roster. */
    public enum Urgency {
        /** 第一时间: before other work of the day. */
        FIRST_THING,
        /** 及时: within the time limit of its kind. */
        PROMPT,
        /** 即时: at once. */
        IMMEDIATE,
        /** 定期: at its regular time. */
        REGULAR,
        /** 不定期: whenever it is asked for. */
        IRREGULAR
    }

    /**
     * What is to be done in a duty, each as words such as PAGE_PRICE, in order.
     *
     * @param subjects whose figures are collected, as in STORE, ITEM, COMPETITOR, copied
     * @param categories the categories of anomalies, copied
     * @param steps the steps, copied
     * @param checklists the checks of each kind of activity, copied (D34)
     * @param sections the sections of a report, copied
     */
    public record Content(
            List<String> subjects,
            List<String> categories,
            List<String> steps,
            SortedMap<ActivityRules.Kind, Checklist> checklists,
            List<String> sections) {
        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException if a word is not one, or stands twice
         */
        public Content {
            subjects = words(subjects);
            categories = words(categories);
            steps = words(steps);
            sections = words(sections);
            checklists = ImmutableSortedMap.copyOf(checklists);
        }

        /**
         * No content beyond the duty's own name.
         *
         * @return the content
         */
        public static Content none() {
            return new Content(List.of(), List.of(), List.of(), ImmutableSortedMap.of(), List.of());
        }
    }

    /**
     * The checks of an activity by phase, each as a word such as PAGE_PRICE, in order (D34).
     *
     * @param before before it starts, copied
     * @param during while it runs, copied
     * @param after once it has ended, copied
     */
    public record Checklist(List<String> before, List<String> during, List<String> after) {
        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException if a check is not a word, or stands twice in a phase
         */
        public Checklist {
            before = words(before);
            during = words(during);
            after = words(after);
        }
    }

    /**
     * Whom a duty concerns. Departments and roles are those of the roster.
     *
     * @param to the departments that it informs, copied
     * @param from the departments that it serves, copied
     * @param with the departments that it works with, copied
     * @param escalateTo the role that decides what is beyond the duty
     * @param level2 the role that decides if that one does not (R45)
     */
    public record Parties(
            List<String> to, List<String> from, List<String> with, Optional<Role> escalateTo, Optional<Role> level2) {
        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException if a department is named twice in one of them
         */
        public Parties {
            to = once(to);
            from = once(from);
            with = once(with);
            requireNonNull(escalateTo, "escalateTo");
            requireNonNull(level2, "level2");
        }

        /**
         * Nobody beside who does it.
         *
         * @return the parties
         */
        public static Parties none() {
            return new Parties(List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the id is not one of the module, a right or a KPI is not one, evidence is not named,
     *     or nothing says when a duty of each boundary is due
     */
    public Duty {
        requireNonNull(name, "name");
        requireNonNull(english, "english");
        requireNonNull(urgency, "urgency");
        requireNonNull(content, "content");
        requireNonNull(parties, "parties");
        evidence = once(evidence);
        kpi = once(kpi.stream().map(Duty::kpi).toList());
        if (!id(id).startsWith(module + ".")) {
            throw new IllegalArgumentException("The duty " + id + " is not one of module " + module);
        }
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("The duty " + id + " names no evidence");
        }
        if (!Right.known().contains(permission)) {
            throw new IllegalArgumentException("The duty " + id + " needs a right that nobody knows: " + permission);
        }
        if (cadence instanceof Cadence.EachBoundary each
                && each.due().isEmpty()
                && !asksFor(evidence, SLOT_DATA)
                && !asksFor(evidence, CHANNEL_RECEIPT)) {
            throw new IllegalArgumentException("The duty " + id + " of each boundary has neither a due of its own nor"
                    + " evidence SLOT_DATA or CHANNEL_RECEIPT, whose deadlines the slot plan names");
        }
    }

    /**
     * Whether the duty asks for evidence of a name.
     *
     * @param evidenceName as in SLOT_DATA
     * @return true if one of its needs has that name
     */
    public boolean asksFor(String evidenceName) {
        return asksFor(evidence, evidenceName);
    }

    private static boolean asksFor(List<EvidenceNeed> evidence, String name) {
        return evidence.stream().anyMatch(need -> need.name().equals(name));
    }

    /**
     * Checks a duty's id.
     *
     * @param text as in 1.1
     * @return the text
     * @throws IllegalArgumentException if it is not a duty's id
     */
    public static String id(String text) {
        return matching(ID, "duty id", text);
    }

    static String kpi(String text) {
        return matching(KPI, "KPI", text);
    }

    static String word(String text) {
        return matching(WORD, "word", text);
    }

    static List<String> words(List<String> texts) {
        return once(texts.stream().map(Duty::word).toList());
    }

    static <T> List<T> once(List<T> values) {
        List<T> copy = ImmutableList.copyOf(values);
        if (Set.copyOf(copy).size() < copy.size()) {
            throw new IllegalArgumentException("One of " + copy + " stands twice");
        }
        return copy;
    }

    private static String matching(Pattern pattern, String what, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a " + what);
        }
        return text;
    }
}

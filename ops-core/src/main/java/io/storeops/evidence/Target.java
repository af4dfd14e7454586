package io.storeops.evidence;

import io.storeops.id.IdText;

/**
 * What an act or an item of evidence is about: a suggestion, an occurrence of a duty, the publication of a slot. The kind of a
 * thing that has a table of its own is that table's name, so that rows, evidence and lines of the audit trail find each other.
 *
 * @param kind what kind of thing, lower-case letters and underscores, as in "occurrence"
 * @param id its id within its kind
 */
public record Target(String kind, String id) {
    private static final int LONGEST_KIND = 31;

    /** The store as a whole: what is about no single thing of it. */
    public static final Target STORE = new Target("store", "itself");

    /**
     * Checks kind and id.
     *
     * @throws IllegalArgumentException if the kind is not lower-case letters, or both together are not an id
     */
    public Target {
        if (!isKind(kind)) {
            throw new IllegalArgumentException(
                    "'" + kind + "' is not a kind of thing (expected lower-case letters, as in occurrence)");
        }
        IdText.checked(kind + " id", id);
        IdText.checked("target", kind + "/" + id);
    }

    /** By hand: a scorecard makes a target of each of thousands of records. */
    private static boolean isKind(String text) {
        boolean fits = !text.isEmpty() && text.length() <= LONGEST_KIND && text.charAt(0) != '_';
        for (int i = 0; fits && i < text.length(); i++) {
            char c = text.charAt(i);
            fits = c == '_' || (c >= 'a' && c <= 'z');
        }
        return fits;
    }

    /**
     * The thing of an id.
     *
     * @param kind what kind of thing
     * @param id its id within its kind
     * @return the target
     */
    public static Target of(String kind, String id) {
        return new Target(kind, id);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @param text as in {@code occurrence/2.1/2024-06-16}
     * @return the target
     * @throws IllegalArgumentException if the text is none
     */
    public static Target parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("'" + text + "' names no thing (expected kind/id)");
        }
        return new Target(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}

package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Target;
import io.storeops.id.IdText;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/**
 * What figures are about: the store, an item, a rival's item.
 *
 * @param kind what kind
 * @param id its id, the store's for the store itself
 */
public record Subject(SubjectKind kind, String id) implements Comparable<Subject> {
    static final Column<SubjectKind> KIND =
            Column.constant("subject_kind", "STORE, ITEM or COMPETITOR", SubjectKind.class);
    static final Column<String> ID = Column.text("subject_id", "the subject's id");

    /** The columns that name a subject. */
    static final ColumnGroup<Subject> COLUMNS = ColumnGroup.of(Subject.class)
            .column(KIND, Subject::kind)
            .column(ID, Subject::id)
            .reads(row -> new Subject(row.get(KIND), row.get(ID)));

    private static final Comparator<Subject> ORDER =
            Comparator.comparing(Subject::kind).thenComparing(Subject::id);

    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}
     */
    public Subject {
        requireNonNull(kind, "kind");
        IdText.checked("subject id", id);
    }

    /**
     * The store itself.
     *
     * @param store the store
     * @return the subject
     */
    public static Subject ofStore(StoreId store) {
        return new Subject(SubjectKind.STORE, store.value());
    }

    /**
     * An item of ours.
     *
     * @param id its id
     * @return the subject
     */
    public static Subject ofItem(String id) {
        return new Subject(SubjectKind.ITEM, id);
    }

    /**
     * A rival's item.
     *
     * @param id its id
     * @return the subject
     */
    public static Subject ofCompetitor(String id) {
        return new Subject(SubjectKind.COMPETITOR, id);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @param text as in {@code ITEM:A}
     * @return the subject
     * @throws IllegalArgumentException if the text is not a subject
     */
    public static Subject parse(String text) {
        int colon = text.indexOf(':');
        String kind = text.substring(0, Math.max(0, colon));
        return Arrays.stream(SubjectKind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .map(known -> new Subject(known, text.substring(colon + 1)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is not a subject (expected something like ITEM:A; kinds: "
                                + Arrays.toString(SubjectKind.values()) + ")"));
    }

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }

    /**
     * The subject as what an act is about.
     *
     * @return as in {@code item/ITEM-A}
     */
    public Target target() {
        return Target.of(kind.name().toLowerCase(Locale.ROOT), id);
    }
}

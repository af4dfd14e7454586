package io.storeops.evidence;

import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Set;

/**
 * A kind of evidence that a duty asks for before an occurrence of it is done (R3). {@code FEEDBACK:ORAL|REPORT} asks for one
 * of the variants named. {@code SCREENSHOT} names none and is met by SCREENSHOT and by each of its variants, but not by
 * {@code SCREENSHOT_BEFORE}, which is another name. Immutable.
 *
 * @param name the name, as in {@link EvidenceKind#name}
 * @param variants the variants that meet the need, copied; empty if any does, or none
 */
public record EvidenceNeed(String name, Set<String> variants) {
    /**
     * Copies the variants.
     *
     * @throws IllegalArgumentException if a word is none
     */
    public EvidenceNeed {
        variants = ImmutableSortedSet.copyOf(variants);
        if (!EvidenceKind.isWord(name) || !variants.stream().allMatch(EvidenceKind::isWord)) {
            throw refused(EvidenceKind.print(name, String.join("|", variants)));
        }
    }

    /**
     * Reads what {@link #toString} writes; the order of the variants does not matter.
     *
     * @param text as in {@code SCREENSHOT}, {@code CHANNEL_RECEIPT:OA} or {@code FEEDBACK:ORAL|REPORT}
     * @return the need
     * @throws IllegalArgumentException if the text does not name a need, or names a variant twice
     */
    public static EvidenceNeed parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return new EvidenceNeed(text, Set.of());
        }
        List<String> variants = List.of(text.substring(colon + 1).split("\\|", -1));
        if (variants.stream().filter(EvidenceKind::isWord).distinct().count() < variants.size()) {
            throw refused(text);
        }
        return new EvidenceNeed(text.substring(0, colon), Set.copyOf(variants));
    }

    /**
     * Whether evidence of a kind meets the need.
     *
     * @param kind the kind
     * @return true if the name is the same and the need names the kind's variant, or no variant at all
     */
    public boolean metBy(EvidenceKind kind) {
        return name.equals(kind.name()) && (variants.isEmpty() || variants.contains(kind.variant()));
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException(
                "'" + text + "' asks for no evidence (expected something like SCREENSHOT or FEEDBACK:ORAL|REPORT)");
    }

    @Override
    public String toString() {
        return EvidenceKind.print(name, String.join("|", variants));
    }
}

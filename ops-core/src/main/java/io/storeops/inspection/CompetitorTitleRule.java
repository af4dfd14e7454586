package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** COMPETITOR TITLE (竞品标题), a rival item's: broken where its title is not the reference in force, character by character (D16). */
public record CompetitorTitleRule() implements InspectionRule<CompetitorTitleRule.Title> {
    /** The rule's key. */
    public static final RuleKey KEY = RuleKey.of("COMPETITOR", "TITLE");

    /**
     * What is read of a rival's item.
     *
     * @param shown its title; empty if none was read
     * @param reference the title in force as reference (D15); empty if there is none yet
     */
    public record Title(Optional<String> shown, Optional<String> reference) {
        /** Checks for null. */
        public Title {
            requireNonNull(shown, "shown");
            requireNonNull(reference, "reference");
        }

        /**
         * Both titles.
         *
         * @param shown its title
         * @param reference the title in force as reference
         * @return the title
         */
        public static Title of(String shown, String reference) {
            return new Title(Optional.of(shown), Optional.of(reference));
        }
    }

    @Override
    public RuleKey key() {
        return KEY;
    }

    @Override
    public boolean isPlainlyKept(Instant asOf, Title read) {
        return read.shown().isPresent() && read.shown().equals(read.reference());
    }

    @Override
    public Judgement judge(Instant asOf, Title read) {
        if (read.shown().isEmpty()) {
            return Compared.of(KEY, asOf).missing();
        }
        Value measured = new Value.Text(read.shown().get());
        if (read.reference().isEmpty()) {
            return Compared.of(KEY, asOf, measured).withoutBase();
        }
        Compared compared =
                Compared.of(KEY, asOf, measured, new Value.Text(read.reference().get()));
        return read.shown().equals(read.reference())
                ? compared.cleared(Phrase.SAME)
                : compared.broken(Phrase.DIFFERENT);
    }
}

package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * INFORMATION (信息), a row's of a source: broken where it speaks of a SKU that the catalogue does not know (D88). Such a row is kept and
 * shown, and not judged by any other rule. What else is wrong in the store's information is found by people, or by the
 * {@link SourceBreaker}.
 *
 * @param catalogue the ids of the SKUs that are known, and of the items that stand for their only one, copied; empty if nothing was enrolled
 */
public record InformationRule(Optional<Set<String>> catalogue) implements InspectionRule<InformationRule.Listed> {
    /** The category, also of what the breaker finds. */
    public static final RuleKey KEY = RuleKey.of("INFORMATION");

    /** Copies the ids. */
    public InformationRule {
        // A HashSet compares hashes before it reads another id, which counts where 200,000 SKUs are looked up.
        catalogue = catalogue.map(ids -> Collections.unmodifiableSet(new HashSet<>(ids)));
    }

    /**
     * What is read of a row.
     *
     * @param sku the SKU of which it speaks; empty if it does not say
     * @param gone whether no row speaks of the SKU any more, which is as good as a catalogue that knows it
     */
    public record Listed(Optional<String> sku, boolean gone) {
        /** Checks for null. */
        public Listed {
            requireNonNull(sku, "sku");
        }

        /**
         * A row.
         *
         * @param sku the SKU of which it speaks; empty if it does not say
         */
        public Listed(Optional<String> sku) {
            this(sku, false);
        }

        /**
         * No row any more of a SKU of which there was one.
         *
         * @param sku the SKU
         * @return the absence of the row
         */
        public static Listed gone(String sku) {
            return new Listed(Optional.of(sku), true);
        }

        /**
         * A row of a SKU.
         *
         * @param sku the SKU
         * @return the row
         */
        public static Listed of(String sku) {
            return new Listed(Optional.of(sku));
        }
    }

    @Override
    public RuleKey key() {
        return KEY;
    }

    @Override
    public boolean isPlainlyKept(Instant asOf, Listed read) {
        return read.sku().isPresent()
                && catalogue.isPresent()
                && catalogue.get().contains(read.sku().get());
    }

    @Override
    public Judgement judge(Instant asOf, Listed read) {
        if (read.sku().isEmpty()) {
            return Compared.of(KEY, asOf).missing();
        }
        Compared compared = Compared.of(KEY, asOf, new Value.Text(read.sku().get()));
        if (read.gone()) {
            return compared.cleared(Phrase.NOT_LISTED);
        }
        return catalogue
                .map(known -> known.contains(read.sku().get())
                        ? compared.cleared(Phrase.IN_CATALOGUE)
                        : compared.broken(Phrase.NOT_IN_CATALOGUE))
                .orElseGet(compared::withoutBase);
    }
}

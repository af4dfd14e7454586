package io.storeops.spi.several;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.Marketplace;
import io.storeops.activity.ActivityEditor;
import io.storeops.competitor.CompetitorFeed;
import io.storeops.figures.MetricsFeed;
import io.storeops.figures.OrderFeed;
import io.storeops.health.HealthFeed;
import io.storeops.listing.ListingEditor;
import io.storeops.listing.ListingFeed;
import io.storeops.listing.PriceBookFeed;
import io.storeops.listing.StockFeed;
import io.storeops.promotion.PromotionRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A store's marketplace that is made of several (D70): each part supplies what it has. Of readings all parts tell, each its metrics;
 * whatever else a store has comes from one part. Thread-safe.
 *
 * <p><b>Readings.</b> A part's readings name the part as their source, so that the roster's {@code metricSources} can say which part rules
 * for a metric that two of them tell. If a part fails, the readings of the others are there all the same, the failure is a problem of the
 * answer under the part's name, and the answer is PARTIAL. If all of them fail, that is a failure.
 *
 * <p><b>Ids.</b> A part with {@link Aliases} speaks its own ids: they are translated on the way in and on the way out. An id that the
 * table does not have is kept as {@code PART/ID}, so that its row is among those of what nobody knows (D88); a reading of such an id is a
 * problem of its page.
 */
public final class SeveralMarketplaces implements Marketplace {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    private final List<Part> parts;
    private final Map<Kind, List<Part>> suppliers;

    private SeveralMarketplaces(List<Part> parts, Map<Kind, List<Part>> suppliers) {
        this.parts = ImmutableList.copyOf(parts);
        this.suppliers = suppliers;
    }

    /**
     * Begins without a part.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Puts a marketplace together. Not thread-safe. */
    public static final class Builder {
        private final List<Part> parts = new ArrayList<>();
        private final Map<Kind, String> chosen = new EnumMap<>(Kind.class);

        private Builder() {}

        /**
         * Adds a part that speaks the catalogue's ids.
         *
         * @param name what it is called, {@code [a-z][a-z0-9-]*} of at most 32 characters: the source of its readings
         * @param marketplace the part, closed with the whole
         * @return this builder
         * @throws IllegalArgumentException if the name breaks its rule, is {@code orders}, or is another part's
         */
        public Builder part(String name, Marketplace marketplace) {
            return add(new Part(checked(name), marketplace, Optional.empty()));
        }

        /**
         * Adds a part that speaks ids of its own.
         *
         * @param name what it is called, as of {@link #part(String, Marketplace)}
         * @param marketplace the part, closed with the whole
         * @param aliases which id of the part is which of the catalogue
         * @return this builder
         * @throws IllegalArgumentException if the name breaks its rule, is {@code orders}, or is another part's
         */
        public Builder part(String name, Marketplace marketplace, Aliases aliases) {
            return add(new Part(checked(name), marketplace, Optional.of(aliases)));
        }

        private Builder add(Part part) {
            parts.add(part);
            return this;
        }

        private String checked(String name) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("'" + name + "' is not the name of a part (expected " + NAME + ")");
            }
            // What is derived from orders has this source, whatever part the orders come from.
            if (name.equals("orders")) {
                throw new IllegalArgumentException(
                        "A part is not called 'orders': that is the source of what is derived from orders. Call it as"
                                + " what it is, as in 'erp'");
            }
            if (parts.stream().anyMatch(part -> part.name().equals(name))) {
                throw new IllegalArgumentException("Two parts are called '" + name + "'. Call one of them otherwise");
            }
            return name;
        }

        /**
         * Says which part supplies a kind that several have.
         *
         * @param kind what is supplied
         * @param part the name of the part
         * @return this builder
         */
        public Builder from(Kind kind, String part) {
            chosen.put(requireNonNull(kind, "kind"), requireNonNull(part, "part"));
            return this;
        }

        /**
         * Puts the parts together.
         *
         * @return the marketplace
         * @throws IllegalArgumentException if there is no part, two supply what one has to, or a part is named that does not supply what
         *     it should; names all of it
         */
        public SeveralMarketplaces build() {
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("A marketplace of several has no part. Name one or more");
            }
            List<String> problems = new ArrayList<>();
            Map<Kind, List<Part>> suppliers = new EnumMap<>(Kind.class);
            for (Kind kind : Kind.values()) {
                suppliers.put(kind, suppliers(kind, problems));
            }
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(String.join("\n", problems));
            }
            return new SeveralMarketplaces(parts, suppliers);
        }

        private List<Part> suppliers(Kind kind, List<String> problems) {
            List<Part> having =
                    parts.stream().filter(part -> kind.in(part.marketplace())).toList();
            String one = chosen.get(kind);
            if (one != null) {
                List<Part> named =
                        having.stream().filter(part -> part.name().equals(one)).toList();
                if (named.isEmpty()) {
                    problems.add("'from' says that " + kind.word() + " is of part '" + one + "', which has none. "
                            + supplies());
                }
                return named;
            }
            if (kind != Kind.METRICS && having.size() > 1) {
                List<String> names = having.stream().map(Part::name).toList();
                problems.add("The parts " + names + " all have " + kind.word() + ", and a store has one source of it."
                        + " Leave it out of the settings of the others, or say which is meant: \"from\": {\""
                        + kind.word()
                        + "\": \"" + names.get(0) + "\"}");
            }
            return having;
        }

        private String supplies() {
            return "The parts have: "
                    + String.join(
                            ", ",
                            parts.stream()
                                    .map(part -> part.name() + " " + Kind.wordsOf(part.marketplace()))
                                    .toList());
        }
    }

    private <F> Optional<F> only(Kind kind, Function<Part, F> port) {
        return suppliers.getOrDefault(kind, List.of()).stream().findFirst().map(port);
    }

    @Override
    public Optional<MetricsFeed> metrics() {
        List<Part> telling = suppliers.getOrDefault(Kind.METRICS, List.of());
        return telling.isEmpty() ? Optional.empty() : Optional.of(new JoinedReadings(telling));
    }

    @Override
    public Optional<OrderFeed> orders() {
        return only(Kind.ORDERS, Part::orders);
    }

    @Override
    public Optional<HealthFeed> health() {
        return only(Kind.HEALTH, Part::health);
    }

    @Override
    public Optional<ListingEditor> listingEditor() {
        return only(Kind.LISTING_EDITOR, Part::listingEditor);
    }

    @Override
    public Optional<ListingFeed> listings() {
        return only(Kind.LISTINGS, Part::listings);
    }

    @Override
    public Optional<StockFeed> stock() {
        return only(Kind.STOCK, Part::stock);
    }

    @Override
    public Optional<PriceBookFeed> priceBook() {
        return only(Kind.PRICE_BOOK, Part::priceBook);
    }

    @Override
    public Optional<CompetitorFeed> competitors() {
        return only(Kind.COMPETITORS, Part::competitors);
    }

    @Override
    public Optional<ActivityEditor> activities() {
        return only(Kind.ACTIVITIES, Part::activities);
    }

    @Override
    public Optional<PromotionRules> promotionRules() {
        return only(Kind.PROMOTION_RULES, Part::promotionRules);
    }

    /** Closes every part, whatever becomes of the others. */
    @Override
    public void close() {
        RuntimeException failure = null;
        for (Part part : parts) {
            try {
                part.marketplace().close();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** The parts with what they supply. */
    @Override
    public String toString() {
        return parts.stream()
                .map(part -> part.name() + Kind.wordsOf(part.marketplace()))
                .toList()
                .toString();
    }
}

package io.storeops.activity;

import io.storeops.Marketplace;
import io.storeops.calendar.SettableClock;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.figures.OrderFeed;
import io.storeops.listing.ListedField;
import io.storeops.listing.ListingEditor;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.promotion.PromotionRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A marketplace that shows what was written to it, sets up limited prices ahead, and starts activities unless that is taken back. */
public final class FakePlatform implements Marketplace, ListingEditor, ActivityEditor {
    /** How it takes writes. */
    enum Manner {
        PLAIN,
        /** It is done, and the answer is lost. */
        LOSES,
        /** It is not done. */
        REFUSES,
        /** A person has to do it. */
        BY_HAND,
        /** The process dies while it asks. */
        CRASHES
    }

    /** The end of a process. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    public static final PromotionRules RULES = PromotionRules.usual()
            .with(PromotionRules.ThresholdBase.RUNNING)
            .with(PromotionRules.GroupChoice.BEST)
            .withCodesPerOrder(1);

    private final Supplier<SettableClock> clock;
    private final Optional<OrderFeed> orders;
    private final Map<String, ListingValue> shown = new HashMap<>();
    final List<String> withdrawn = new ArrayList<>();
    final Map<String, ShownPrices> prices = new HashMap<>();
    Manner manner = Manner.PLAIN;
    boolean editsActivities = true;
    Optional<FaultKind> fault = Optional.empty();
    ActivityEditor.Answer answer = ActivityEditor.Answer.WITHDRAWN;

    public FakePlatform(Supplier<SettableClock> clock) {
        this(clock, Optional.empty());
    }

    FakePlatform(Supplier<SettableClock> clock, Optional<OrderFeed> orders) {
        this.clock = clock;
        this.orders = orders;
    }

    private static String name(String subject, ListingField field) {
        return subject + " " + field;
    }

    /** From now on it takes back nothing by itself. */
    public void leaveToPeople() {
        answer = ActivityEditor.Answer.BY_HAND;
    }

    void show(String subject, ListingValue value) {
        shown.put(name(subject, value.field()), value);
        if (value.field() == ListingField.PRICE_MINOR) {
            shown.remove(name(subject, ListingField.FLASH_PRICE_MINOR));
        }
    }

    Optional<ListingValue> shows(String subject, ListingField field) {
        return Optional.ofNullable(shown.get(name(subject, field)));
    }

    @Override
    public Optional<ListingEditor> listingEditor() {
        return Optional.of(this);
    }

    @Override
    public Optional<ActivityEditor> activities() {
        return editsActivities ? Optional.of(this) : Optional.empty();
    }

    @Override
    public Optional<OrderFeed> orders() {
        return orders;
    }

    @Override
    public Optional<PromotionRules> promotionRules() {
        return Optional.of(RULES);
    }

    @Override
    public ListingEditor.Answer apply(ListingEditor.Wish wish) {
        if (manner == Manner.REFUSES) {
            return new ListingEditor.Answer.Rejected("as the test has it");
        }
        if (manner == Manner.CRASHES) {
            throw new Crash();
        }
        if (manner == Manner.BY_HAND) {
            return new ListingEditor.Answer.ByHand("write it yourself");
        }
        show(wish.at().subject(), wish.value());
        return manner == Manner.LOSES
                ? new ListingEditor.Answer.Lost("as the test has it")
                : new ListingEditor.Answer.Accepted();
    }

    @Override
    public Optional<Shown> read(ListedField at) {
        Instant now = clock.get().instant();
        return shows(at.subject(), at.field()).map(value -> new Shown(value, now));
    }

    @Override
    public ActivityEditor.Answer withdrawStart(ActivityEditor.Wish wish) {
        fault.ifPresent(kind -> {
            throw new AdapterException(kind, "as the test has it");
        });
        withdrawn.add(wish.activity() + " " + wish.key());
        if (answer == ActivityEditor.Answer.WITHDRAWN) {
            shown.keySet().removeIf(key -> key.endsWith(ListingField.FLASH_PRICE_MINOR.name()));
        }
        return answer;
    }

    @Override
    public Optional<ShownPrices> prices(ListedField price) {
        return Optional.ofNullable(prices.get(price.subject()));
    }

    @Override
    public void close() {}
}

package io.storeops.examples.replay;

import static java.util.Objects.requireNonNull;

import io.storeops.Marketplace;
import io.storeops.StoreOps;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedPage;
import io.storeops.figures.MetricsFeed;
import io.storeops.id.StoreId;
import io.storeops.json.JsonReader;
import io.storeops.listing.ListingEditor;
import io.storeops.listing.ListingFeed;
import io.storeops.promotion.PromotionRules;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is outside of the library: the channels of the roster, and a marketplace that never has more than what was delivered
 * already. Used by one thread.
 */
final class ScriptedWorld {
    private final Map<String, ScriptedChannel> channels = new LinkedHashMap<>();
    private final ScriptedEditor editor;
    private final ScriptedListings listings;
    private final boolean marketplace;

    /** A world in which a marketplace can be read and written, or in which only people see and edit it. */
    ScriptedWorld(Iterable<String> channels, Clock clock, boolean marketplace) {
        this.marketplace = marketplace;
        this.editor = new ScriptedEditor(clock);
        this.listings = new ScriptedListings(clock);
        channels.forEach(name -> this.channels.put(name, new ScriptedChannel(clock)));
    }

    /** Connects a library with it. */
    StoreOps.Builder connect(StoreOps.Builder builder, StoreId store) {
        channels.forEach(builder::channel);
        return marketplace ? builder.marketplace(store, new DeliveredAlready(editor, listings)) : builder;
    }

    /** Whether the library reaches the marketplace. */
    boolean reachable() {
        return marketplace;
    }

    ScriptedEditor editor() {
        return editor;
    }

    ScriptedListings shownListings() {
        return listings;
    }

    Map<String, ScriptedChannel> channels() {
        return Collections.unmodifiableMap(channels);
    }

    ScriptedChannel channel(JsonReader name) {
        return name.as(
                "is not a channel of the roster; its channels: " + channels.keySet(),
                text -> requireNonNull(channels.get(text), text));
    }

    /** How often the channels accepted a message. */
    int accepted(String messageId) {
        return channels.values().stream()
                .mapToInt(channel -> channel.accepted(messageId))
                .sum();
    }

    private record DeliveredAlready(ScriptedEditor editor, ScriptedListings shown) implements Marketplace {
        @Override
        public Optional<ListingEditor> listingEditor() {
            return Optional.of(editor);
        }

        @Override
        public Optional<ListingFeed> listings() {
            return Optional.of(shown);
        }

        /** The rules that the scenarios' price model has where nobody states others. */
        @Override
        public Optional<PromotionRules> promotionRules() {
            return Optional.of(PromotionRules.usual()
                    .with(PromotionRules.ThresholdBase.RUNNING)
                    .with(PromotionRules.GroupChoice.BEST)
                    .withCodesPerOrder(1));
        }

        @Override
        public Optional<MetricsFeed> metrics() {
            return Optional.of((request, after) ->
                    new FeedPage<>(List.of(), List.of(), Optional.empty(), Optional.empty(), Coverage.UNKNOWN));
        }
    }
}

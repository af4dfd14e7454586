package io.storeops.position;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import io.storeops.id.IdText;
import io.storeops.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The channels of a store, and which are used for what. Where there is none, duties may speak of any. Immutable.
 *
 * @param types the channels by name and the type of each, as in wechat, copied
 * @param fallback the channels that are tried in the place of one that does not accept, in order, copied (D83)
 * @param notices the channels of every notice; empty for those of the evidence of duty 4.1, all of them (D54)
 */
public record Channels(
        SortedMap<String, String> types, SortedMap<String, List<String>> fallback, Optional<Notices> notices) {
    /** The type of a channel without an interface: a person sends, and confirms with instant and screenshot (D59). */
    public static final String MANUAL = "manual";

    /** How many of a notice's channels have to accept before it is delivered (D54). */
    public enum Mode {
        /** Every one. */
        ALL,
        /** One of them. */
        ANY
    }

    /**
     * The channels of a notice (D54).
     *
     * @param channels the channels, at least one, each once, copied
     * @param mode how many of them have to accept
     */
    public record Notices(List<String> channels, Mode mode) {
        /**
         * Copies the channels.
         *
         * @throws IllegalArgumentException if one stands twice, or there is not even one
         */
        public Notices {
            channels = Duty.once(channels);
            if (channels.isEmpty()) {
                throw new IllegalArgumentException("A notice has at least one channel");
            }
            requireNonNull(mode, "mode");
        }
    }

    /**
     * Copies the maps.
     *
     * @throws IllegalArgumentException if a name or a type is not one, or a part names a channel that is not there, saying where in
     *     the roster's document it stands
     */
    public Channels {
        types = ImmutableSortedMap.copyOf(types);
        types.forEach((name, type) -> {
            Duty.word(name);
            IdText.checked("type", type);
        });
        ImmutableSortedMap.Builder<String, List<String>> copy = ImmutableSortedMap.naturalOrder();
        fallback.forEach((name, others) -> copy.put(name, Duty.once(others)));
        fallback = copy.build();
        Set<String> names = types.keySet();
        fallback.forEach((name, others) -> {
            RosterRules.requireChannel(names, name, "$.channelFallback");
            if (others.isEmpty()) {
                throw new BrokenRule("$.channelFallback." + name, Json.array(List.of()), "does not name a channel");
            }
            for (int i = 0; i < others.size(); i++) {
                String path = "$.channelFallback." + name + "[" + i + "]";
                RosterRules.requireChannel(names, others.get(i), path);
                if (others.get(i).equals(name)) {
                    throw new BrokenRule(path, name, "stands in for itself");
                }
            }
        });
        notices.ifPresent(each -> {
            for (int i = 0; i < each.channels().size(); i++) {
                RosterRules.requireChannel(names, each.channels().get(i), "$.noticeChannels.channels[" + i + "]");
            }
        });
    }

    /**
     * No channel of its own.
     *
     * @return the channels
     */
    public static Channels none() {
        return new Channels(ImmutableSortedMap.of(), ImmutableSortedMap.of(), Optional.empty());
    }

    /**
     * The names of the channels.
     *
     * @return the names, sorted
     */
    public Set<String> names() {
        return types.keySet();
    }

    /**
     * Whether a person sends what goes to a channel (D59).
     *
     * @param channel the channel's name
     * @return true if it is of type {@link #MANUAL}
     */
    public boolean isManual(String channel) {
        return MANUAL.equals(types.get(channel));
    }

    /**
     * The channels that are tried in the place of one that does not accept (D83).
     *
     * @param channel the channel's name
     * @return the others in order, possibly none
     */
    public List<String> fallbackOf(String channel) {
        return fallback.getOrDefault(channel, List.of());
    }
}

package io.storeops.position;

import io.storeops.id.IdText;
import io.storeops.json.JsonReader;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How channels stand in a roster's document, in three members of the roster itself. */
final class ChannelsDocument {
    private static final String CHANNELS = "channels";
    private static final String FALLBACK = "channelFallback";
    private static final String NOTICES = "noticeChannels";

    static final Set<String> MEMBERS = Set.of(CHANNELS, FALLBACK, NOTICES);

    private ChannelsDocument() {}

    static Channels read(JsonReader root) {
        return new Channels(
                root.findMember(CHANNELS).map(ChannelsDocument::types).orElseGet(TreeMap::new),
                root.findMember(FALLBACK).map(ChannelsDocument::fallback).orElseGet(TreeMap::new),
                root.findMember(NOTICES).map(ChannelsDocument::notices));
    }

    private static SortedMap<String, String> types(JsonReader place) {
        return RulesDocument.map(
                place,
                ChannelsDocument::name,
                channel -> channel.onlyMembers(Set.of("type"))
                        .member("type")
                        .as(
                                "is not a type of channel (expected something like wechat)",
                                type -> IdText.checked("type", type)));
    }

    private static String name(JsonReader place) {
        return place.as("is not a name of a channel (expected something like DATA_GROUP)", Duty::word);
    }

    private static SortedMap<String, List<String>> fallback(JsonReader place) {
        return RulesDocument.map(
                place, ChannelsDocument::name, others -> DocumentFields.each(others, ChannelsDocument::name));
    }

    private static Channels.Notices notices(JsonReader place) {
        place.onlyMembers(Set.of(CHANNELS, "mode"));
        List<String> channels = DocumentFields.each(place.member(CHANNELS), ChannelsDocument::name);
        if (channels.isEmpty()) {
            throw place.member(CHANNELS).refusal("does not name a channel");
        }
        return new Channels.Notices(
                channels,
                place.findMember("mode")
                        .map(mode -> DocumentFields.constant(mode, "a way to count channels", Channels.Mode.class))
                        .orElse(Channels.Mode.ALL));
    }

    static void write(Channels channels, DocumentMembers root) {
        root.map(
                        CHANNELS,
                        channels.types(),
                        type -> new DocumentMembers().text("type", type).build())
                .map(FALLBACK, channels.fallback(), DocumentMembers::texts);
        channels.notices()
                .ifPresent(notices -> root.put(
                        NOTICES,
                        new DocumentMembers()
                                .put(CHANNELS, DocumentMembers.texts(notices.channels()))
                                .text("mode", notices.mode())
                                .build()));
    }
}

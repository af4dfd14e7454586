package io.storeops.position;

import static io.storeops.position.DocumentFields.constant;
import static io.storeops.position.DocumentFields.each;
import static io.storeops.position.DocumentFields.map;
import static io.storeops.position.DocumentFields.member;

import io.storeops.id.IdText;
import io.storeops.json.JsonReader;
import java.util.List;
import java.util.Set;

/** How channels stand in a roster's document, in three members of the roster itself. */
final class ChannelsDocument {
    private static final String CHANNELS = "channels";
    private static final String FALLBACK = "channelFallback";
    private static final String NOTICES = "noticeChannels";

    static final Set<String> MEMBERS = Set.of(CHANNELS, FALLBACK, NOTICES);

    private ChannelsDocument() {}

    static Channels read(JsonReader root) {
        return new Channels(
                map(root, CHANNELS, ChannelsDocument::name, ChannelsDocument::type),
                map(root, FALLBACK, ChannelsDocument::name, others -> each(others, ChannelsDocument::name)),
                root.findMember(NOTICES).map(ChannelsDocument::notices));
    }

    private static String type(JsonReader channel) {
        return channel.onlyMembers(Set.of("type"))
                .member("type")
                .as("is not a type of channel (expected something like wechat)", type -> IdText.checked("type", type));
    }

    private static String name(JsonReader place) {
        return place.as("is not a name of a channel (expected something like DATA_GROUP)", Duty::word);
    }

    private static Channels.Notices notices(JsonReader place) {
        place.onlyMembers(Set.of(CHANNELS, "mode"));
        List<String> channels = each(place.member(CHANNELS), ChannelsDocument::name);
        if (channels.isEmpty()) {
            throw place.member(CHANNELS).refusal("does not name a channel");
        }
        return new Channels.Notices(
                channels,
                member(
                        place,
                        "mode",
                        mode -> constant(mode, "a way to count channels", Channels.Mode.class),
                        Channels.Mode.ALL));
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

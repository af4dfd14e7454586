package io.storeops.requirement;

import io.storeops.act.Context;
import io.storeops.act.Outgoing;
import io.storeops.authority.DataClass;
import io.storeops.document.Block;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.id.ActorId;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is sent about requirements: to the party what it is asked for, to whoever decides what went wrong.
 *
 * @param context the store, its rows and the instant
 */
record RequirementMessages(Context context) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private static final Pattern TO_PARTY = Pattern.compile("requirement/(.+)/[0-9]{1,9}");

    /** The name of the next message to the party. */
    static String next(Requirement about) {
        return id(about, String.valueOf(about.course().messages() + 1));
    }

    private static String id(Requirement about, String what) {
        return "requirement/" + about.id() + "/" + what;
    }

    /** The requirement that a message to a party is of; empty for another message. */
    static Optional<String> aboutOf(String message) {
        Matcher parts = TO_PARTY.matcher(message);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }

    /** A message as it stands in the outbox. */
    static Optional<Delivery> find(Context context, String message) {
        return context.rows()
                .find(Delivery.TABLE, Delivery.key(context.store().id(), message))
                .map(Versioned::value);
    }

    /**
     * The party is asked. A department's requirement is a part of the store's operations, which not every channel may have; one of a party
     * outside is what somebody writes to that party, and nothing else.
     */
    Outgoing asking(Requirement about, String message, String channel) {
        return new Outgoing(
                new OutgoingMessage(context.store().id(), message, channel, document(about, Words.ASKED, List.of())),
                about.asked().external() ? Set.of() : Set.of(DataClass.OPERATIONS));
    }

    /** Whoever decides learns that it is late. */
    List<Outgoing> late(Requirement about, List<ActorId> people) {
        return telling(about, "late", Words.LATE, people, List.of());
    }

    /** Whoever decides learns that the party rejected it. */
    List<Outgoing> rejected(Requirement about, List<ActorId> people) {
        return telling(
                about,
                "rejected-" + about.course().rejected(),
                Words.REJECTED,
                people,
                about.course().reason().stream()
                        .map(reason -> said(Words.REASON, reason))
                        .toList());
    }

    private List<Outgoing> telling(Requirement about, String what, Words title, List<ActorId> people, List<Line> more) {
        List<Line> lines = Stream.concat(more.stream(), people.stream().map(person -> said(Words.TO, person.value())))
                .toList();
        return Outgoing.telling(context.roster(), context.store().id(), id(about, what), document(about, title, lines));
    }

    private Document document(Requirement about, Words title, List<Line> more) {
        return Document.of(
                Line.of(title.in(context.store().language()) + " ").and(Line.ofName(about.id())),
                Stream.concat(lines(about), more.stream()).map(Block.Text::new).toList());
    }

    private Stream<Line> lines(Requirement about) {
        return Stream.concat(
                about.asked().what().map(Line::ofName).stream(),
                Stream.of(said(Words.PARTY, about.party()), said(Words.DUE, local(about.due()))));
    }

    private Line said(Words words, String what) {
        return Line.of(words.in(context.store().language())).and(Line.ofName(what));
    }

    private String local(Instant instant) {
        return MINUTE.format(instant.atZone(context.store().zone()));
    }
}

package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.act.Outgoing;
import io.storeops.authority.DataClass;
import io.storeops.document.Block;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.id.ActorId;
import io.storeops.publishing.OutgoingMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The messages of the duty, in the store's language. What the engine sends by itself is left out where the roster names no channel for it, or does not let it go
 * there; what a person sends is refused then, and they hear of it.
 *
 * @param context the store, its rows and the instant
 */
record AnomalyMessages(Context context) {
    static AnomalyMessages in(Context context) {
        return new AnomalyMessages(context);
    }

    /** A rule found something. */
    Optional<Outgoing> found(Case about, Observation.Seen seen) {
        return byItself(about, "found", Words.FOUND, lines(about, List.of(measured(about, seen))));
    }

    /** What a rule found went away by itself. */
    Optional<Outgoing> recovered(Case about) {
        return byItself(about, "recovered", Words.RECOVERED, lines(about, List.of()));
    }

    /** Whoever decides is reminded. */
    Optional<Outgoing> reminder(Case about, ActorId to) {
        return byItself(about, "reminder", Words.REMINDER, lines(about, List.of(named(Words.ANSWER, to.value()))));
    }

    /** It goes to the next superior. */
    Optional<Outgoing> steppedUp(Case about, List<ActorId> to) {
        return byItself(
                about,
                "level-2",
                Words.STEPPED_UP,
                lines(
                        about,
                        to.stream()
                                .map(person -> named(Words.ANSWER, person.value()))
                                .toList()));
    }

    /** It is put before whoever decides (R43). */
    Optional<Outgoing> escalation(Case about, Observation.Seen seen, Escalation escalation) {
        return channel()
                .map(channel -> outgoing(
                        about,
                        escalation.messageId(),
                        channel,
                        Words.ESCALATED,
                        lines(
                                about,
                                List.of(
                                        measured(about, seen),
                                        named(Words.ANSWER, escalation.to().value()),
                                        named(
                                                Words.SUGGESTION,
                                                escalation.suggestion().orElse(""))))));
    }

    /** The others are told that it is put right. */
    Optional<Outgoing> correction(Case about, String id) {
        return channel().map(channel -> outgoing(about, id, channel, Words.CORRECTED, lines(about, List.of())));
    }

    static String id(Case about, String what) {
        return "anomaly/" + about.anomaly().id() + "/" + about.episode().number() + "/" + what;
    }

    private Optional<Outgoing> byItself(Case about, String what, Words title, List<Line> lines) {
        return channel()
                .map(channel -> outgoing(about, id(about, what), channel, title, lines))
                .filter(outgoing -> outgoing.tells().stream()
                        .allMatch(data -> context.roster()
                                .confidentiality()
                                .channelsOf(data)
                                .contains(outgoing.message().channel())));
    }

    private Optional<String> channel() {
        return Categories.in(context).channel();
    }

    private Outgoing outgoing(Case about, String id, String channel, Words title, List<Line> lines) {
        Document document = Document.of(
                Line.of(say(title) + " ").and(Line.ofName(about.anomaly().id())),
                lines.stream().map(Block.Text::new).toList());
        return new Outgoing(
                new OutgoingMessage(context.store().id(), id, channel, document),
                ofRivals(about) && seesRivals(channel)
                        ? Set.of(DataClass.OPERATIONS, DataClass.COMPETITOR)
                        : Set.of(DataClass.OPERATIONS));
    }

    private static boolean ofRivals(Case about) {
        return Phrasing.ofRivals(about.anomaly().key().category());
    }

    private boolean seesRivals(String channel) {
        return phrasing().seesRivals(channel);
    }

    private List<Line> lines(Case about, List<Line> more) {
        return Stream.concat(
                        Stream.of(
                                named(Words.ABOUT, about.anomaly().key().rule() + " ")
                                        .and(phrasing()
                                                .subject(about.anomaly().key().subject())),
                                Line.of(say(Words.SINCE)
                                        + local(about.episode().found().since())
                                        + about.episode()
                                                .found()
                                                .dueAt()
                                                .map(due -> say(Words.DUE) + local(due))
                                                .orElse(""))),
                        more.stream())
                .toList();
    }

    /** A rival's figures go to channels that may have them; others read that there is something, and look for themselves (R13). */
    private Line measured(Case about, Observation.Seen seen) {
        return ofRivals(about) && !channel().filter(this::seesRivals).isPresent()
                ? line(Words.WITHOUT_FIGURES)
                : measured(seen);
    }

    private Line measured(Observation.Seen seen) {
        return line(Words.MEASURED)
                .and(Line.ofName(seen.measured()))
                .and(say(Words.BASE))
                .and(Line.ofName(seen.base()));
    }

    private Line named(Words words, String name) {
        return line(words).and(Line.ofName(name));
    }

    private Line line(Words words) {
        return Line.of(say(words));
    }

    private String say(Words words) {
        return words.in(context.store().language());
    }

    private String local(Instant instant) {
        return phrasing().local(instant);
    }

    private Phrasing phrasing() {
        return new Phrasing(context);
    }
}

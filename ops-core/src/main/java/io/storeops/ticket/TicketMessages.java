package io.storeops.ticket;

import io.storeops.act.Context;
import io.storeops.act.Departments;
import io.storeops.act.Outgoing;
import io.storeops.document.Block;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.id.ActorId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is sent about tickets: to whoever decides what is put before them, to the departments that brought a problem what came of it (R71). A
 * text that was redacted is left out.
 *
 * @param context the store, its rows and the instant
 */
record TicketMessages(Context context) {
    /** Whoever decides learns what there is to decide, each time anew. */
    List<Outgoing> escalated(Ticket about) {
        Steps steps = about.episode().steps();
        Texts texts = about.episode().texts();
        return telling(
                about,
                "escalated-" + steps.escalations(),
                Words.ESCALATED,
                Stream.of(
                                Stream.of(said(Words.SEVERITY, about.severity())),
                                said(Words.REASON, texts.escalation()),
                                steps.escalatedTo().stream().map(person -> said(Words.DECIDES, person.value())))
                        .flatMap(lines -> lines));
    }

    /** Those who are reported to learn what came of it, with the departments that they speak for. */
    List<Outgoing> reportedBack(Ticket about, List<ActorId> to) {
        Texts texts = about.episode().texts();
        return telling(
                about,
                "reported-back",
                Words.REPORTED_BACK,
                Stream.of(
                                said(Words.DECISION, texts.decision()),
                                said(Words.REPORT, texts.report()),
                                to.stream().distinct().map(this::told))
                        .flatMap(lines -> lines));
    }

    private Line told(ActorId person) {
        Line line = said(Words.TOLD, person.value());
        for (String department : Departments.of(context, person)) {
            line = line.and(" ").and(Line.ofName(department));
        }
        return line;
    }

    private List<Outgoing> telling(Ticket about, String what, Words title, Stream<Line> more) {
        return Outgoing.telling(
                context.roster(),
                context.store().id(),
                "ticket/" + about.id() + "/" + about.episode().number() + "/" + what,
                Document.of(
                        Line.of(say(title) + " ").and(Line.ofName(about.id())),
                        Stream.concat(
                                        Stream.concat(
                                                Stream.of(said(Words.DEPARTMENT, about.department())),
                                                said(
                                                        Words.PROBLEM,
                                                        about.episode().texts().problem())),
                                        more)
                                .map(Block.Text::new)
                                .toList()));
    }

    private Stream<Line> said(Words words, Optional<String> what) {
        return what.stream().map(text -> said(words, text));
    }

    private Line said(Words words, String what) {
        return Line.of(say(words)).and(Line.ofName(what));
    }

    private String say(Words words) {
        return words.in(context.store().language());
    }
}

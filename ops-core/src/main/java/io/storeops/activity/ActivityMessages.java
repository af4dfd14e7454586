package io.storeops.activity;

import io.storeops.act.Context;
import io.storeops.act.Outgoing;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.document.Block;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.id.ActorId;
import io.storeops.position.Channels;
import io.storeops.publishing.OutgoingMessage;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is sent about activities: that one cannot start, and what a check found. It goes to the first channel of notices that may have it;
 * what the engine or a person does is never held up because a roster names no channel for it.
 *
 * @param context the store, its rows and the instant
 */
record ActivityMessages(Context context) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** Whoever may instruct learns that it cannot start. */
    List<Outgoing> blocked(Activity activity, Set<StartCause> causes) {
        List<Line> people = context.charter().holders(Right.INSTRUCT, context.now()).stream()
                .map(person -> said(ActivityWords.TO, person.value()))
                .toList();
        String why = causes.stream()
                .map(cause -> ActivityWords.of(cause).in(context.store().language()))
                .collect(Collectors.joining(", "));
        return sent(
                "activity/" + activity.id() + "/start-blocked",
                ActivityWords.BLOCKED,
                activity.plan().title(),
                Stream.concat(
                                Stream.of(
                                        said(ActivityWords.START, local(activity.start())),
                                        said(ActivityWords.CAUSE, why)),
                                people.stream())
                        .toList());
    }

    /** Whoever can put it right learns what a check found. */
    List<Outgoing> found(Activity activity, String feedback, Finding finding) {
        return sent(
                "activity_feedback/" + feedback,
                ActivityWords.FOUND,
                activity.plan().title(),
                Stream.concat(
                                Stream.of(
                                        said(ActivityWords.CHECK, finding.run() + ":" + finding.step()),
                                        said(ActivityWords.WHAT, finding.what()),
                                        said(ActivityWords.WHERE, finding.where()),
                                        said(ActivityWords.SINCE, local(finding.since())),
                                        said(ActivityWords.SCREENSHOT, finding.screenshot())),
                                finding.to().stream().map(ActorId::value).map(to -> said(ActivityWords.TO, to)))
                        .toList());
    }

    private List<Outgoing> sent(String message, ActivityWords title, String about, List<Line> lines) {
        Document document = Document.of(
                Line.of(title.in(context.store().language()) + " ").and(Line.ofName(about)),
                lines.stream().map(Block.Text::new).toList());
        return context.roster().findNoticeChannels().map(Channels.Notices::channels).orElse(List.of()).stream()
                .filter(context.roster().confidentiality().channelsOf(DataClass.OPERATIONS)::contains)
                .limit(1)
                .map(channel -> new Outgoing(
                        new OutgoingMessage(context.store().id(), message, channel, document),
                        Set.of(DataClass.OPERATIONS)))
                .toList();
    }

    private Line said(ActivityWords words, String what) {
        return Line.of(words.in(context.store().language())).and(Line.ofName(what));
    }

    private String local(Instant instant) {
        return MINUTE.format(instant.atZone(context.store().zone()));
    }
}

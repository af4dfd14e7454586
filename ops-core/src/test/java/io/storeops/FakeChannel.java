package io.storeops;

import io.storeops.calendar.SettableClock;
import io.storeops.document.Markdown;
import io.storeops.publishing.Channel;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

/** A chat group in memory: accepts at the clock's instant unless told what to answer next. */
public final class FakeChannel implements Channel {
    private final SettableClock clock;
    private final Optional<Duration> window;
    private final Deque<Function<OutgoingMessage, SendResult>> answers = new ArrayDeque<>();
    private final List<OutgoingMessage> attempts = new CopyOnWriteArrayList<>();
    private OptionalLong largestFile = OptionalLong.empty();
    private OptionalLong longestText = OptionalLong.empty();
    private int closed;

    public FakeChannel(SettableClock clock) {
        this(clock, Optional.empty());
    }

    public FakeChannel(SettableClock clock, Optional<Duration> window) {
        this.clock = clock;
        this.window = window;
    }

    /** What to answer to the next message that has no answer yet. */
    public FakeChannel next(Function<OutgoingMessage, SendResult> answer) {
        answers.add(answer);
        return this;
    }

    public FakeChannel nextAcceptsAt(Instant at) {
        return next(message -> {
            clock.set(at);
            return new SendResult.Accepted("receipt of " + message.id(), at);
        });
    }

    public FakeChannel nextRefusesUntil(Instant retryAt) {
        return next(message -> new SendResult.Refused("too many messages", Optional.of(retryAt)));
    }

    public FakeChannel nextRefusesForGood() {
        return next(message -> new SendResult.Refused("the robot was removed", Optional.empty()));
    }

    public FakeChannel nextLosesTheAnswer() {
        return next(message -> new SendResult.Unknown("read timed out"));
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        Function<OutgoingMessage, SendResult> answer;
        synchronized (answers) {
            attempts.add(message);
            answer = answers.poll();
        }
        return answer == null
                ? new SendResult.Accepted("receipt of " + message.id(), clock.instant())
                : answer.apply(message);
    }

    @Override
    public Optional<Duration> removesRepeatsFor() {
        return window;
    }

    @Override
    public void close() {
        closed++;
    }

    public int closed() {
        return closed;
    }

    public List<OutgoingMessage> attempts() {
        return List.copyOf(attempts);
    }

    public List<String> ids() {
        return attempts.stream().map(OutgoingMessage::id).toList();
    }

    public String lastBody() {
        return Markdown.body(last().document());
    }

    /** The title and what stands below it, as one reads it: without Markdown's escapes and blank lines. */
    public List<String> lastLines() {
        return Stream.concat(Stream.of(lastTitle()), lastBody().lines())
                .filter(line -> !line.isBlank())
                .map(line -> line.replace("\\", "").trim())
                .toList();
    }

    public String lastTitle() {
        return Markdown.title(last().document());
    }

    public OutgoingMessage last() {
        return attempts.get(attempts.size() - 1);
    }

    /** From now on files may go with a message, and a text may be so long. */
    public FakeChannel takes(OptionalLong largest, OptionalLong longest) {
        largestFile = largest;
        longestText = longest;
        return this;
    }

    @Override
    public OptionalLong largestFile() {
        return largestFile;
    }

    @Override
    public OptionalLong longestText() {
        return longestText;
    }
}

package io.storeops.adapter.chat;

import io.storeops.publishing.SendResult;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an exchange proves. The platform's code in the body decides success, and only with HTTP 200; its other codes are refusals,
 * those of a throttle with an instant to come back at. Proof of refusal is also that the body never left, HTTP 429 and the other 4xx
 * but 408. A redirect, which is not followed, a 5xx, an answer that is lost, huge or no answer of the platform: nobody can know.
 */
final class Proof {
    /** How long to wait where the platform does not say: every one of them counts by the minute. */
    static final Duration USUAL_WAIT = Duration.ofMinutes(1);

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final int OK = 200;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY = 429;

    private final String platform;
    private final Instant now;

    private Proof(String platform, Instant now) {
        this.platform = platform;
        this.now = now;
    }

    /**
     * What an exchange proves.
     *
     * @param platform the platform's name, for people
     * @param exchange what became of the request
     * @param signals reads the body of an answer
     * @param now when, by the library's clock
     * @return accepted, refused or unknown
     */
    static SendResult of(String platform, Exchange exchange, Function<String, Signal> signals, Instant now) {
        Proof proof = new Proof(platform, now);
        if (exchange instanceof Exchange.NotSent not) {
            return new SendResult.Refused(
                    platform + " was not reached, nothing was sent: " + not.why(), proof.after(USUAL_WAIT));
        } else if (exchange instanceof Exchange.Lost lost) {
            return new SendResult.Unknown(platform + " was sent the message and gave no answer: " + lost.why());
        }
        Exchange.Answered answered = (Exchange.Answered) exchange;
        return proof.of(answered, answered.body().map(signals).orElse(Signal.NONE));
    }

    private SendResult of(Exchange.Answered answer, Signal signal) {
        int status = answer.status();
        String words = platform + " answered HTTP " + status + (signal.words().isEmpty() ? "" : " " + signal.words());
        boolean clientError = status >= 400 && status < 500;
        if (status == OK && signal.kind() == Signal.Kind.TAKEN) {
            return new SendResult.Accepted(signal.words().isEmpty() ? platform : signal.words(), now);
        } else if ((status == OK || clientError) && signal.kind() == Signal.Kind.THROTTLED) {
            return new SendResult.Refused(words, retryAfter(answer).or(() -> after(signal.pause())));
        } else if (status == TOO_MANY) {
            return new SendResult.Refused(words, retryAfter(answer).or(() -> after(USUAL_WAIT)));
        }
        boolean refused = status == OK && signal.kind() == Signal.Kind.REFUSED;
        // That a message was taken, and an error: it contradicts itself.
        boolean refusedByStatus = clientError
                && status != REQUEST_TIMEOUT
                && (signal.kind() == Signal.Kind.REFUSED || signal.kind() == Signal.Kind.NONE);
        return refused || refusedByStatus
                ? new SendResult.Refused(words, Optional.empty())
                : new SendResult.Unknown(words + ", which says neither that it took the message nor that it did not");
    }

    private Optional<Instant> after(Duration wait) {
        return Optional.of(now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait));
    }

    /** The header as seconds or as a date; empty if it is neither, or a date that is over. */
    private Optional<Instant> retryAfter(Exchange.Answered answer) {
        return answer.retryAfter().map(String::strip).flatMap(text -> {
            if (text.matches("[0-9]{1,9}")) {
                return after(Duration.ofSeconds(Math.max(1, Long.parseLong(text))));
            }
            try {
                Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                return at.isAfter(now) ? after(Duration.between(now, at)) : Optional.empty();
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }
}

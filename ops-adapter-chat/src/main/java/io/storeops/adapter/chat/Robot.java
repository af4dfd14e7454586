package io.storeops.adapter.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.storeops.document.Document;
import io.storeops.document.Markdown;
import io.storeops.json.Json;
import io.storeops.publishing.Channel;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A robot of a chat group as a channel. A message that is longer than the platform takes goes as several, numbered {@code (1/3)}
 * behind the title, one after the other, each after the answer to the one before.
 *
 * <p><b>Parts.</b> The message was accepted when all of its parts were. What the first is answered is the answer: nothing was sent if it
 * was refused. A later part that is refused for now is sent when the platform said to come back, within this call; a repeat of what
 * was refused cannot double. If a later part is refused for good, lost, or the time is over, then some of the message stands in the group
 * and some does not: that is UNKNOWN, which says which parts arrived, because neither SENT nor REJECTED is true, and the next attempt would
 * repeat what arrived. A person decides. Thread-safe.
 */
final class Robot implements Channel {
    /** How many messages of a platform one message may become: as many as the strictest takes in a minute. */
    static final int MOST_PARTS = 20;

    /** So many times the platform's longest message, however unevenly rows fill its parts. */
    private static final int SURE_PARTS = 5;

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final String JSON = "application/json; charset=utf-8";

    private final Platform platform;
    private final Post post;
    private final Clock clock;
    private final Pause pause;

    /** Lets time go by; false if it was interrupted. */
    @FunctionalInterface
    interface Pause {
        /** Waits. */
        boolean of(Duration time);

        /** Waits on the thread of the caller. */
        static boolean sleeping(Duration time) {
            try {
                Thread.sleep(time.toMillis());
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /**
     * A robot.
     *
     * @param platform whose robot, which and in what form
     * @param post sends requests
     * @param clock the library's clock
     * @param pause lets time go by
     */
    Robot(Platform platform, Post post, Clock clock, Pause pause) {
        this.platform = requireNonNull(platform, "platform");
        this.post = requireNonNull(post, "post");
        this.clock = requireNonNull(clock, "clock");
        this.pause = requireNonNull(pause, "pause");
    }

    @Override
    public OptionalLong longestText() {
        return OptionalLong.of((long) SURE_PARTS * platform.longest());
    }

    @Override
    public OptionalLong largestFile() {
        return platform.largestFile();
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        return masked(answer(message));
    }

    private SendResult answer(OutgoingMessage message) {
        Budget budget = new Budget();
        Optional<String> tooLarge = tooLarge(message);
        if (tooLarge.isPresent()) {
            return new SendResult.Refused(tooLarge.get(), Optional.empty());
        }
        List<Json> parts;
        try {
            parts = new ArrayList<>(parts(message.document()));
        } catch (DoesNotFitException e) {
            return new SendResult.Refused(
                    "The message does not fit " + platform.name() + ": " + e.getMessage(), Optional.empty());
        }
        Platform.Enclosed enclosed = platform.enclosed(message.files(), post, budget, clock.instant());
        if (enclosed instanceof Platform.Enclosed.Failed failed) {
            return failed.refused();
        }
        parts.addAll(((Platform.Enclosed.Ready) enclosed).messages());
        return new Sending(parts, message.idempotencyKey(), budget).whole();
    }

    private Optional<String> tooLarge(OutgoingMessage message) {
        long size = Markdown.of(message.document()).getBytes(UTF_8).length;
        long most = longestText().orElseThrow();
        if (size > most) {
            return Optional.of(
                    "The message has " + size + " bytes; " + platform.name() + " is sent " + most + " at most");
        }
        long largest = platform.largestFile().orElse(Long.MAX_VALUE);
        return message.files().stream()
                .filter(file -> file.content().size() > largest)
                .map(file -> "The file " + file.name() + " has "
                        + file.content().size() + " bytes; " + platform.name() + " takes " + largest + " at most")
                .findFirst();
    }

    /** The messages of the platform that the document becomes, in order. */
    private List<Json> parts(Document document) {
        String title = Inert.of(document.title());
        List<String> sections = Sections.of(
                Passages.of(document, platform.notation()),
                section -> platform.fits(numbered(title, MOST_PARTS, MOST_PARTS), section));
        int each = platform.sections();
        int count = Math.max(1, (sections.size() + each - 1) / each);
        if (count > MOST_PARTS) {
            throw new DoesNotFitException("it would take " + count + " of its messages, more than " + MOST_PARTS);
        }
        List<Json> parts = new ArrayList<>();
        for (int part = 1; part <= count; part++) {
            parts.add(platform.message(
                    count == 1 ? title : numbered(title, part, count),
                    sections.subList((part - 1) * each, Math.min(part * each, sections.size()))));
        }
        return parts;
    }

    private static String numbered(String title, int part, int count) {
        return title + " (" + part + "/" + count + ")";
    }

    private SendResult masked(SendResult result) {
        Mask mask = new Mask(platform.secrets());
        if (result instanceof SendResult.Refused refused) {
            return new SendResult.Refused(mask.over(refused.reason()), refused.retryAt());
        }
        return result instanceof SendResult.Unknown unknown
                ? new SendResult.Unknown(mask.over(unknown.detail()))
                : result;
    }

    /** One message on its way, part by part. */
    private final class Sending {
        private final List<Json> parts;
        private final String key;
        private final Budget budget;

        Sending(List<Json> parts, String key, Budget budget) {
            this.parts = parts;
            this.key = key;
            this.budget = budget;
        }

        SendResult whole() {
            Instant acceptedAt = clock.instant();
            for (int arrived = 0; arrived < parts.size(); arrived++) {
                SendResult result = part(arrived);
                if (!(result instanceof SendResult.Accepted accepted)) {
                    return arrived == 0 ? result : halfway(arrived, result);
                }
                acceptedAt = accepted.at();
            }
            String count = parts.size() == 1 ? "" : " in " + parts.size() + " messages";
            return new SendResult.Accepted(platform.name() + " " + key + count, acceptedAt);
        }

        private SendResult part(int number) {
            while (true) {
                if (!budget.allows(post.timeout())) {
                    return budget.spent(clock.instant());
                }
                Platform.Request request = platform.request(parts.get(number), clock.instant());
                SendResult result = Proof.of(
                        platform.name(),
                        post.send(request.uri(), JSON, request.body().getBytes(UTF_8)),
                        platform::signal,
                        clock.instant());
                boolean again = number > 0
                        && result instanceof SendResult.Refused refused
                        && refused.retryAt().map(this::waited).orElse(false);
                if (!again) {
                    return result;
                }
            }
        }

        /** Waits until an instant, if there is time for that and for another call. */
        private boolean waited(Instant until) {
            Duration wait = Duration.between(clock.instant(), until);
            wait = wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
            if (!budget.allows(wait.plus(post.timeout()))) {
                return false;
            }
            budget.pausing(wait);
            return pause.of(wait);
        }

        private SendResult halfway(int arrived, SendResult result) {
            String which = arrived == 1 ? "Part 1 of " : "Parts 1 to " + arrived + " of ";
            String next = result instanceof SendResult.Refused refused
                    ? "part " + (arrived + 1) + " did not, and nothing after it was sent: " + refused.reason()
                    : "of part " + (arrived + 1) + " nobody knows, and nothing after it was sent: "
                            + ((SendResult.Unknown) result).detail();
            return new SendResult.Unknown(which + parts.size() + " arrived; " + next);
        }
    }
}

package io.storeops.adapter.mail;

import io.storeops.publishing.SendResult;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What a conversation proved. Before the server asked for the text (354) nothing can have been delivered. After that only its answer
 * counts: 250 is a yes, 4xx and 5xx are a no (RFC 5321, 4.2.1), and none is UNKNOWN.
 */
final class Answer {
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);
    private static final int TRANSIENT = 400;
    private static final int PERMANENT = 500;
    private static final int END = 600;
    private static final int LONGEST_REASON = 500;

    private final MailSettings settings;
    private final Clock clock;
    private final BooleanSupplier cut;

    Answer(MailSettings settings, Clock clock, BooleanSupplier cut) {
        this.settings = settings;
        this.clock = clock;
        this.cut = cut;
    }

    SendResult accepted(Mail mail) {
        return new SendResult.Accepted(mail.id(), clock.instant());
    }

    SendResult failed(Mail mail, MessagingException failure) {
        List<Throwable> chain = chain(failure);
        List<Integer> codes =
                chain.stream().map(Answer::code).filter(Answer::isNo).toList();
        String server = "The mail server " + settings.server();
        if (mail.begun() && codes.isEmpty()) {
            return new SendResult.Unknown(server + " was sent the mail " + mail.id() + " and "
                    + (cut.getAsBoolean() ? "took too long in all" : "did not answer: " + text(chain))
                    + ". Look into the mailbox whether it arrived");
        } else if (failure instanceof AuthenticationFailedException) {
            // Without its words, which can repeat what they answer.
            return refused(server + " refused user and password. Correct them", Optional.empty());
        } else if (codes.isEmpty()) {
            boolean lasting = chain.stream().anyMatch(SSLException.class::isInstance)
                    || text(chain).contains("STARTTLS");
            return refused(
                    server + (cut.getAsBoolean() ? " took too long in all" : " was not reached: " + text(chain)),
                    lasting ? Optional.empty() : Optional.of(RETRY_AFTER));
        }
        boolean permanent = codes.stream().anyMatch(code -> code >= PERMANENT);
        return refused(
                server + " refused the mail" + receivers(chain) + ": " + text(chain),
                permanent ? Optional.empty() : Optional.of(RETRY_AFTER));
    }

    private SendResult refused(String reason, Optional<Duration> retryAfter) {
        return new SendResult.Refused(reason, retryAfter.map(clock.instant()::plus));
    }

    private static boolean isNo(int code) {
        return code >= TRANSIENT && code < END;
    }

    private static int code(Throwable failure) {
        if (failure instanceof SMTPSendFailedException send) {
            return send.getReturnCode();
        } else if (failure instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        return failure instanceof SMTPSenderFailedException sender ? sender.getReturnCode() : -1;
    }

    private static String receivers(List<Throwable> chain) {
        List<String> refused = chain.stream()
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(failure ->
                        ((SMTPAddressFailedException) failure).getAddress().getAddress())
                .toList();
        return refused.isEmpty() ? "" : " for " + refused + ", so nobody got it";
    }

    /** The failure and what led to it; one that has a next exception has it as its cause. */
    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable next = failure; next != null && !chain.contains(next); next = next.getCause()) {
            chain.add(next);
        }
        return chain;
    }

    /** What the failures say, on one line, without the password however it was sent. */
    private String text(List<Throwable> chain) {
        StringBuilder text = new StringBuilder();
        for (Throwable failure : chain) {
            String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
            if (text.indexOf(message) < 0) {
                text.append(text.isEmpty() ? "" : "; ").append(message);
            }
        }
        String line = masked(text.toString()).replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST_REASON
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST_REASON / 2)) + " ..."
                : line;
    }

    private String masked(String text) {
        String masked = text;
        if (settings.login().isPresent()) {
            MailSettings.Login login = settings.login().get();
            String password = login.password().reveal();
            for (String form : List.of(base64("\0" + login.user() + "\0" + password), base64(password), password)) {
                masked = masked.replace(form, login.password().toString());
            }
        }
        return masked;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

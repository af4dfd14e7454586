package io.storeops.adapter.mail;

import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Future;

/** One conversation with the mail server. Used once. */
final class SmtpCall {
    /** Short of the two minutes after which another worker may take the answer for lost. */
    static final Duration LONGEST = Duration.ofSeconds(100);

    private final MailSettings settings;
    private final Clock clock;
    private final Watch watch;
    private final Duration longest;
    private final Sockets sockets = new Sockets();

    /**
     * A conversation to be had.
     *
     * @param longest how long it may take in all
     */
    SmtpCall(MailSettings settings, Clock clock, Watch watch, Duration longest) {
        this.settings = settings;
        this.clock = clock;
        this.watch = watch;
        this.longest = longest;
    }

    SendResult send(OutgoingMessage message) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // jakarta.mail looks for its implementation there, which in a container need not see it.
        thread.setContextClassLoader(SmtpCall.class.getClassLoader());
        Future<?> end = watch.after(longest, sockets::cut);
        try {
            return sent(message);
        } finally {
            end.cancel(false);
            thread.setContextClassLoader(before);
        }
    }

    private SendResult sent(OutgoingMessage message) {
        Session session = Session.getInstance(properties());
        Answer answer = new Answer(settings, clock, sockets::wasCut);
        Mail mail;
        try {
            mail = new Mail(session, settings, message, clock.instant());
        } catch (MessagingException e) {
            return new SendResult.Refused(
                    "The message cannot be written as a mail: " + e.getMessage(), Optional.empty());
        }
        try {
            Transport transport = session.getTransport(scheme());
            try {
                connect(transport);
                transport.sendMessage(mail, mail.receivers());
                return answer.accepted(mail);
            } finally {
                close(transport);
            }
        } catch (MessagingException e) {
            return answer.failed(mail, e);
        }
    }

    /** The answer stands, however the conversation ends. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // The connection is gone, which is what was wanted.
        }
    }

    private String scheme() {
        return settings.server().security() == Security.TLS ? "smtps" : "smtp";
    }

    private void connect(Transport transport) throws MessagingException {
        MailSettings.Server server = settings.server();
        Optional<MailSettings.Login> login = settings.login();
        if (login.isPresent()) {
            transport.connect(
                    server.host(),
                    server.port(),
                    login.get().user(),
                    login.get().password().reveal());
        } else {
            transport.connect(server.host(), server.port(), null, null);
        }
    }

    private Properties properties() {
        Security security = settings.server().security();
        String prefix = "mail." + scheme() + ".";
        String millis = Long.toString(settings.timeout().toMillis());
        Properties all = new Properties();
        all.setProperty(prefix + "connectiontimeout", millis);
        all.setProperty(prefix + "timeout", millis);
        all.setProperty(prefix + "auth", Boolean.toString(settings.login().isPresent()));
        all.setProperty(prefix + "from", settings.from().text());
        // Otherwise the machine is asked for its name, and tells it.
        all.setProperty(prefix + "localhost", settings.from().domain());
        all.setProperty(prefix + "sendpartial", "false");
        all.setProperty(prefix + "quitwait", "false");
        all.setProperty(prefix + "ssl.checkserveridentity", "true");
        all.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        all.setProperty(prefix + "starttls.enable", Boolean.toString(security == Security.STARTTLS));
        all.setProperty(prefix + "starttls.required", Boolean.toString(security == Security.STARTTLS));
        // A second attempt with other sockets would not be watched.
        all.setProperty(prefix + "socketFactory.fallback", "false");
        all.put(prefix + "socketFactory", sockets);
        all.put(
                prefix + "ssl.socketFactory",
                security == Security.TLS
                        ? sockets.encryptedBy(settings.server().tls())
                        : settings.server().tls());
        return all;
    }
}

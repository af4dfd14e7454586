package io.storeops.adapter.mail;

import static java.util.Objects.requireNonNull;

import io.storeops.publishing.Channel;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Sends each message as one mail, over a connection of its own. A server does not remove repeats, so what may have been taken is never
 * sent again by the channel. Thread-safe.
 */
final class MailChannel implements Channel {
    private final MailSettings settings;
    private final Clock clock;
    private final Watch watch = new Watch();

    MailChannel(MailSettings settings, Clock clock) {
        this.settings = requireNonNull(settings, "settings");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public OptionalLong largestFile() {
        return OptionalLong.of(settings.largestFile());
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        for (OutgoingMessage.File file : message.files()) {
            if (file.content().size() > settings.largestFile()) {
                return new SendResult.Refused(
                        "The file " + file.name() + " has " + file.content().size()
                                + " bytes, and the channel 'mail' takes " + settings.largestFile()
                                + ". Raise largestFile if the mail server takes more",
                        Optional.empty());
            }
        }
        return new SmtpCall(settings, clock, watch, SmtpCall.LONGEST).send(message);
    }

    @Override
    public void close() {
        watch.close();
    }
}

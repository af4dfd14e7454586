package io.storeops.adapter.mail;

import com.google.common.collect.ImmutableList;
import io.storeops.spi.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * Where mails go, and how.
 *
 * @param server whom to talk to
 * @param login who one is there; empty if nobody asks
 * @param from the sender
 * @param to the receivers, one or more, copied
 * @param timeout how long one answer of the server may take
 * @param largestFile bytes of the largest file that goes with a mail
 */
record MailSettings(
        Server server,
        Optional<Login> login,
        MailAddress from,
        List<MailAddress> to,
        Duration timeout,
        long largestFile) {
    MailSettings {
        to = ImmutableList.copyOf(to);
        if (login.isPresent() && server.security() == Security.NONE) {
            throw new IllegalArgumentException("The password for the mail server " + server
                    + " would cross the network unprotected. Set security to starttls or tls, or leave out user and"
                    + " password");
        }
    }

    /**
     * A mail server.
     *
     * @param host its name, which its certificate has to state
     * @param port from 1 to 65535
     * @param security how the connection is protected
     * @param tls whose certificates are trusted
     */
    record Server(String host, int port, Security security, SSLSocketFactory tls) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * Who one is to the server.
     *
     * @param user the name
     * @param password the password
     */
    record Login(String user, Secret password) {}
}

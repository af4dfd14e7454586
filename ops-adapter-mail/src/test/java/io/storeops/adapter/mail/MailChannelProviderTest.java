package io.storeops.adapter.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.spi.AdapterProvider;
import io.storeops.spi.ConfigurationException;
import io.storeops.spi.tck.ProviderContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailChannelProviderTest extends ProviderContract {
    @Override
    protected AdapterProvider<?> provider() {
        return new MailChannelProvider();
    }

    @Override
    protected Map<String, String> settings(Path directory) {
        return Map.of(
                "host", "mail.example.com", "user", "u", "password", "p", "from", "a@b.example", "to", "c@d.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example\nX: y",
                "a b@c.example",
                "Ops <a@b.example>",
                "\"a\"@b.example",
                "a@b@c.example",
                "a@",
                "@b.example",
                "a@-b.example",
                "a@b..example",
                ".a@b.example",
                "运营@b.example",
                "a@店.example",
                "a@b.example>",
                "a@[127.0.0.1]",
                "a\0@b.example",
                ""
            })
    void takesAddressesOnlyThatCanBecomeNothingElse(String address) {
        ConfigurationException from =
                assertThrows(ConfigurationException.class, () -> Given.channel(1, "from", address));
        assertEquals(
                "Adapter 'mail' key 'from': '" + address
                        + "' is not a mail address (expected ASCII, as in ops@example.com)",
                from.getMessage());
        assertThrows(ConfigurationException.class, () -> Given.channel(1, "to", "x@y.example," + address));
    }

    @Test
    void takesSeveralReceiversEachOnce() {
        Given.channel(1, "to", "a@b.example, first.last+tag@sub.b.example ,c@localhost")
                .close();
        assertEquals(
                "Adapter 'mail' key 'to': 'a@b.example,a@b.example' is not a list of mail addresses, each once (expected"
                        + " something like a@example.com, b@example.com)",
                assertThrows(ConfigurationException.class, () -> Given.channel(1, "to", "a@b.example,a@b.example"))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.9S", "PT61S", "-PT1S", "20"})
    void takesTimeoutsOnlyThatLeaveTimeForAnAnswer(String timeout) {
        assertThrows(ConfigurationException.class, () -> Given.channel(1, "timeout", timeout));
        Given.channel(1, "timeout", "PT1S").close();
        Given.channel(1, "timeout", "PT60S").close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail example", "mail/x", "a@b", ""})
    void takesAServersNameOnly(String host) {
        assertThrows(ConfigurationException.class, () -> Given.channel(1, "host", host));
    }

    @Test
    void sendsNoPasswordUnprotected() {
        assertEquals(
                "The password for the mail server 127.0.0.1:1 would cross the network unprotected. Set security to starttls or"
                        + " tls, or leave out user and password",
                assertThrows(IllegalArgumentException.class, () -> Given.channel(1, "user", "u", "password", "p"))
                        .getMessage());
    }

    @Test
    void asksForUserAndPasswordTogether() {
        assertEquals(
                "The mail server needs user and password, or neither; there is only the user",
                assertThrows(IllegalArgumentException.class, () -> Given.channel(1, "security", "tls", "user", "u"))
                        .getMessage());
        assertEquals(
                "The mail server needs user and password, or neither; there is only the password",
                assertThrows(IllegalArgumentException.class, () -> Given.channel(1, "security", "tls", "password", "p"))
                        .getMessage());
    }

    @Test
    void saysWhichCertificatesCannotBeRead(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("ca.pem"), "");
        AdapterException failure =
                assertThrows(AdapterException.class, () -> Given.channel(1, "certificates", file.toString()));
        assertEquals(FaultKind.INVALID, failure.kind());
        assertTrue(
                failure.getMessage()
                        .startsWith("The certificates in " + file + " of the channel 'mail' cannot be read"),
                failure.getMessage());
        Files.writeString(file, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        assertThrows(AdapterException.class, () -> Given.channel(1, "certificates", file.toString()));
        assertThrows(AdapterException.class, () -> Given.channel(1, "certificates", file + ".none"));
    }

    @Test
    void knowsThePortsOfServers() {
        assertEquals(587, Security.STARTTLS.port());
        assertEquals(465, Security.TLS.port());
        assertEquals(25, Security.NONE.port());
        assertEquals(Security.STARTTLS, MailChannelProvider.SECURITY.fallback().orElseThrow());
    }
}

package io.storeops.adapter.mail;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whose certificates are trusted. */
final class Trust {
    private Trust() {}

    /**
     * Sockets that trust the authorities of a file, or those of the JDK.
     *
     * @throws AdapterException if the file cannot be read or has no certificate
     */
    static SSLSocketFactory in(Optional<Path> file) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(file.isPresent() ? authorities(file.get()) : jdk());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new AdapterException(
                    FaultKind.INVALID,
                    "The certificates" + file.map(path -> " in " + path).orElse("")
                            + " of the channel 'mail' cannot be read: " + e
                            + ". Name a file of certificates in PEM, each between BEGIN CERTIFICATE and END CERTIFICATE",
                    e);
        }
    }

    private static @Nullable KeyStore jdk() {
        return null;
    }

    private static KeyStore authorities(Path file) throws GeneralSecurityException, IOException {
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        try (InputStream pem = Files.newInputStream(file)) {
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                authorities.setCertificateEntry("authority-" + authorities.size(), authority);
            }
        }
        if (authorities.size() == 0) {
            throw new IOException("there is no certificate");
        }
        return authorities;
    }
}

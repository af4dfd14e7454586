package io.storeops.adapter.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** Stands between a client and a database server, and breaks the connection at a COMMIT when told to. */
final class LosingProxy implements AutoCloseable {
    /** What becomes of the next COMMIT. */
    enum Loss {
        /** It arrives and is answered. */
        NOTHING,
        /** It never arrives. */
        REQUEST,
        /** It is made, and the answer is dropped. */
        ANSWER,
        /** It was sent, and nobody waits for what becomes of it. */
        CONNECTION
    }

    /** The statement, not the isolation level that begins alike. */
    private static final Pattern COMMIT = Pattern.compile("COMMIT(?!TED)");

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<Loss> next = new AtomicReference<>(Loss.NOTHING);
    private final int target;

    LosingProxy(int target) throws IOException {
        this.target = target;
        threads.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    void lose(Loss loss) {
        next.set(loss);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                Link link = new Link(client, server);
                threads.execute(link::up);
                threads.execute(link::down);
            } catch (IOException e) {
                return;
            }
        }
    }

    private final class Link {
        private final Socket client;
        private final Socket server;
        private volatile boolean answerIsLost;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void up() {
            byte[] buffer = new byte[1 << 16];
            try (client;
                    server) {
                InputStream from = client.getInputStream();
                OutputStream to = server.getOutputStream();
                for (int read = from.read(buffer); read > 0; read = from.read(buffer)) {
                    Loss loss = isCommit(Arrays.copyOf(buffer, read)) ? next.getAndSet(Loss.NOTHING) : Loss.NOTHING;
                    if (loss == Loss.REQUEST) {
                        return;
                    }
                    answerIsLost = loss != Loss.NOTHING;
                    to.write(buffer, 0, read);
                    to.flush();
                    if (loss == Loss.CONNECTION) {
                        return;
                    }
                }
            } catch (IOException e) {
                // The other side of this link closed it.
            }
        }

        void down() {
            byte[] buffer = new byte[1 << 16];
            try (client;
                    server) {
                InputStream from = server.getInputStream();
                OutputStream to = client.getOutputStream();
                for (int read = from.read(buffer); read > 0 && !answerIsLost; read = from.read(buffer)) {
                    to.write(buffer, 0, read);
                    to.flush();
                }
            } catch (IOException e) {
                // The other side of this link closed it.
            }
        }
    }

    private static boolean isCommit(byte[] message) {
        return COMMIT.matcher(new String(message, StandardCharsets.ISO_8859_1)).find();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}

package io.storeops.adapter.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** The sockets of one conversation, to be cut from outside. Thread-safe. */
final class Sockets extends SocketFactory {
    private final List<Socket> made = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    /** Closes every socket, also one that is made later: whoever waits at it is told so at once. */
    void cut() {
        cut = true;
        made.forEach(Sockets::close);
    }

    /** Whether the sockets were cut. */
    boolean wasCut() {
        return cut;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more, closed or not.
        }
    }

    @Override
    public Socket createSocket() {
        Socket socket = new Socket();
        made.add(socket);
        if (cut) {
            close(socket);
        }
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw unconnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw unconnected();
    }

    private static UnsupportedOperationException unconnected() {
        return new UnsupportedOperationException("Only sockets that are not connected yet are made here");
    }

    /** The same sockets, encrypted from the beginning. */
    SSLSocketFactory encryptedBy(SSLSocketFactory tls) {
        return new Encrypted(tls);
    }

    private final class Encrypted extends SSLSocketFactory {
        private final SSLSocketFactory tls;

        Encrypted(SSLSocketFactory tls) {
            this.tls = tls;
        }

        @Override
        public Socket createSocket() {
            return Sockets.this.createSocket();
        }

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
            return tls.createSocket(socket, host, port, autoClose);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return tls.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return tls.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw unconnected();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw unconnected();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw unconnected();
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
            throw unconnected();
        }
    }
}

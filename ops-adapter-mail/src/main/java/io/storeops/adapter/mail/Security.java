package io.storeops.adapter.mail;

/** How the connection to the server is protected. */
enum Security {
    /** Plain at first, then encrypted before anything is said; a server that cannot is refused. */
    STARTTLS(587),
    /** Encrypted from the beginning. */
    TLS(465),
    /** Not at all: for a server on the same machine. No password is sent that way. */
    NONE(25);

    private final int port;

    Security(int port) {
        this.port = port;
    }

    /** The port that servers listen on for it. */
    int port() {
        return port;
    }
}

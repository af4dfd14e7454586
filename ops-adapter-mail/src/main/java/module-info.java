/** A mail server as a channel. */
module io.storeops.adapter.mail {
    requires transitive io.storeops.spi;
}

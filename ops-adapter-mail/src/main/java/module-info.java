/** A mail server as a channel. */
module io.storeops.adapter.mail {
    requires transitive io.storeops.spi;
    requires com.google.common;
    requires jakarta.activation;
    requires jakarta.mail;
    requires org.eclipse.angus.mail;

    exports io.storeops.adapter.mail;

    provides io.storeops.spi.ChannelProvider with
            io.storeops.adapter.mail.MailChannelProvider;
}

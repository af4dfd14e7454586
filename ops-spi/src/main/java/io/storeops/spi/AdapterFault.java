package io.storeops.spi;

import static java.util.Objects.requireNonNull;

/**
 * An adapter that is on the path and cannot be used. The others can.
 *
 * @param kind what it should have been: storage, marketplace or channel
 * @param provider the class that its service file names; if that is not known, what the service file is called
 * @param reason what is wrong with it
 */
public record AdapterFault(String kind, String provider, String reason) {
    /** Checks for null. */
    public AdapterFault {
        requireNonNull(kind, "kind");
        requireNonNull(provider, "provider");
        requireNonNull(reason, "reason");
    }

    /** The fault as one line: {@code storage adapter com.example.MongoProvider: NoClassDefFoundError: com/mongodb/Client}. */
    @Override
    public String toString() {
        return kind + " adapter " + provider + ": " + reason;
    }
}

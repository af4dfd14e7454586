package io.storeops.spi;

/**
 * The JSON Schemas (2020-12) of the documents that a host writes, for editors and for whoever writes them with other tools. They
 * know every member and every form; what one part says of another only the readers check, which read no document that they
 * refuse. The schemas ask a little more: what is absent is left out, not null, and durations have neither sign nor small letters.
 */
public enum DocumentSchema {
    /** {@code roster.json}, read by {@link io.storeops.position.RosterDocument}. */
    ROSTER("roster"),
    /** {@code catalog.json}, read by {@link io.storeops.enrolment.EnrolmentDocument}. */
    CATALOGUE("catalog"),
    /** {@code storeops.json}, read by {@link StoreOpsLoader}. What an adapter is set to only the adapter knows. */
    CONFIGURATION("storeops");

    private final String document;

    DocumentSchema(String document) {
        this.document = document;
    }

    /**
     * What the schema calls itself.
     *
     * @return its {@code $id}, as in {@code urn:storeops:roster}
     */
    public String id() {
        return "urn:storeops:" + document;
    }

    /**
     * The schema.
     *
     * @return JSON text
     */
    public String text() {
        return JarText.of(document + ".schema.json");
    }
}

package io.storeops.spi;

/**
 * The JSON Schema (2020-12) of a roster's document, for editors and for whoever writes rosters with other tools. It knows every
 * member and every form; what one part of a roster says of another only {@link io.storeops.position.RosterDocument} checks,
 * which reads no roster that it refuses. The schema asks a little more: what is absent is left out, not null, and durations
 * have neither sign nor small letters.
 */
public final class RosterSchema {
    /** What the schema calls itself, its {@code $id}. */
    public static final String ID = "urn:storeops:roster";

    private RosterSchema() {}

    /**
     * The schema.
     *
     * @return JSON text
     */
    public static String text() {
        return JarText.of("roster.schema.json");
    }
}

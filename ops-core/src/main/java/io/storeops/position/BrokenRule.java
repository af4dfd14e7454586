package io.storeops.position;

import io.storeops.json.DocumentException;
import io.storeops.json.Json;

/**
 * A part of a roster that contradicts another one. The values refuse it themselves, whoever makes them; the place is named as
 * in the roster's document, so that the reader of a document can say where it stands.
 */
final class BrokenRule extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String found;
    private final String rule;

    BrokenRule(String path, Object found, String rule) {
        this(path, Json.of(found.toString()), rule);
    }

    BrokenRule(String path, Json found, String rule) {
        super(path + ": " + found.canonical() + " " + rule);
        this.path = path;
        this.found = found.canonical();
        this.rule = rule;
    }

    DocumentException in(String document) {
        DocumentException refusal = new DocumentException(document, path, found, rule);
        refusal.initCause(this);
        return refusal;
    }
}

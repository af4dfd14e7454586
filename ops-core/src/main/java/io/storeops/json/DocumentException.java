package io.storeops.json;

import static java.util.Objects.requireNonNull;

import io.storeops.failure.StoreOpsException;

/** A document that breaks a rule: says where (a JSON path such as {@code $.slotPlan.boundaries[3]}), what stands there and the rule. */
public class DocumentException extends StoreOpsException {
    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * Creates the exception.
     *
     * @param document what is read, for instance a file's name or "roster"
     * @param path where, as a JSON path beginning with {@code $}
     * @param found what stands there
     * @param rule what should stand there
     */
    public DocumentException(String document, String path, String found, String rule) {
        super(document + " " + path + ": " + found + " " + rule);
        this.path = requireNonNull(path, "path");
    }

    /**
     * Where the rule is broken.
     *
     * @return the JSON path
     */
    public String path() {
        return path;
    }
}

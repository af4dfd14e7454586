package io.storeops.storage;

/**
 * Where a page ended. Opaque: made by a {@link Page}, given back to the same query, nothing else.
 *
 * @param text the position as text
 */
public record Cursor(String text) {}

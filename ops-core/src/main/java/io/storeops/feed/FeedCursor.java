package io.storeops.feed;

/**
 * Where a page of a source ended. Opaque: made by an adapter, given back to the same adapter with the same request.
 *
 * @param text the position as text
 */
public record FeedCursor(String text) {}

package io.storeops.act;

/**
 * Something that an act makes true, stated for other modules: an approved price changed, an activity ends. A typed value of a
 * package that both sides know, so that no duty needs to import another. Immutable.
 */
public interface Fact {}

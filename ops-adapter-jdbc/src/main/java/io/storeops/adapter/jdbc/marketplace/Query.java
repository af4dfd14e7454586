package io.storeops.adapter.jdbc.marketplace;

import java.util.List;

/**
 * One configured SELECT of a feed, before anybody has looked at it.
 *
 * @param feed the feed
 * @param text the statement as it was configured
 * @param wanted the columns that are read of its result
 * @param parameters the parameters that it may have
 */
record Query(Feed feed, String text, List<Wanted> wanted, List<String> parameters) {
    /**
     * A column that is read.
     *
     * @param role what it is read as, as in "paidAt"
     * @param column its name in the result
     * @param kind what it is taken for
     */
    record Wanted(String role, String column, Kind kind) {}

    Query {
        wanted = List.copyOf(wanted);
        parameters = List.copyOf(parameters);
    }

    /** Whether the statement has one of these words with a colon in front. */
    boolean names(String parameter) {
        return text.matches("(?s).*(?<!:):" + parameter + "(?![\\p{L}\\p{N}_]).*");
    }
}

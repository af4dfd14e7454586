/**
 * What every reading port gives back: a {@link io.storeops.feed.FeedPage} of rows, the rows that could not be read, how current and how
 * complete the source was.
 */
@NullMarked
package io.storeops.feed;

import org.jspecify.annotations.NullMarked;

/**
 * The detector at work on folders of files: a store's readings, items, campaigns and listings in, one file of judgements out. What the
 * files look like is in docs/detection.md.
 */
@NullMarked
package io.storeops.examples.detect;

import org.jspecify.annotations.NullMarked;

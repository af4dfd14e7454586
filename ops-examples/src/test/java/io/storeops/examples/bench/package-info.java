/**
 * Benchmarks, as ratios measured in one run: what the library does beside the plainest code that does as much. How to run
 * them and what they gave stands in docs/benchmarks.md.
 */
@NullMarked
package io.storeops.examples.bench;

import org.jspecify.annotations.NullMarked;

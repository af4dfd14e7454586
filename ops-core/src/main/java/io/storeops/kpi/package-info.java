/**
 * Measures as whole numbers: a {@link io.storeops.kpi.Ratio} keeps numerator and denominator and is rounded only when shown; a
 * {@link io.storeops.kpi.Score} is a ratio with the name of the assessed measure.
 */
@NullMarked
package io.storeops.kpi;

import org.jspecify.annotations.NullMarked;

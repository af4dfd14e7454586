/**
 * The scorecard (关键考核指标, R90): {@link io.storeops.scorecard.Scorecards} counts every key figure of a store or a person in a period, as of
 * any instant, raw and without what is excused, and names the records that it counted in and out.
 */
@NullMarked
package io.storeops.scorecard;

import org.jspecify.annotations.NullMarked;

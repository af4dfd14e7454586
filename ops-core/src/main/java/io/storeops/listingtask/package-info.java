/**
 * Duty three: listing new products and optimising what is listed (新品上架, 上下架优化), step by step from the instruction to what the
 * marketplace shows.
 */
@NullMarked
package io.storeops.listingtask;

import org.jspecify.annotations.NullMarked;

/**
 * What a store is and has: {@link io.storeops.catalog.Store}, {@link io.storeops.catalog.Item}, {@link io.storeops.catalog.CompetitorItem},
 * {@link io.storeops.catalog.SalesTarget} and {@link io.storeops.catalog.Money}.
 */
@NullMarked
package io.storeops.catalog;

import org.jspecify.annotations.NullMarked;

/**
 * Duty module two, basic store operation maintenance (店铺基础运营维护), so far: anomalies and their escalations. An
 * {@link io.storeops.maintenance.Anomaly} is a departure from what is approved or expected, found by a rule or by a person; each time it
 * is found anew it has an {@link io.storeops.maintenance.Episode}. The duty is {@link io.storeops.maintenance.Maintenance}; everything
 * else here is values and pure functions.
 */
@NullMarked
package io.storeops.maintenance;

import org.jspecify.annotations.NullMarked;

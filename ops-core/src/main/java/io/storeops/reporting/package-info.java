/**
 * Duty module one, base-data reporting (基础数据汇报): readings come in, slots are derived, releases go out, and their quality is
 * counted. The service is {@link io.storeops.reporting.SlotReporting}; everything else here is values and pure functions.
 */
@NullMarked
package io.storeops.reporting;

import org.jspecify.annotations.NullMarked;

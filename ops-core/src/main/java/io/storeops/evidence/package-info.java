/**
 * What proves that something happened: the append-only, hash-linked {@link io.storeops.evidence.AuditEntry}.
 */
@NullMarked
package io.storeops.evidence;

import org.jspecify.annotations.NullMarked;

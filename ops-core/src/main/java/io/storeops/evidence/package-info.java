/**
 * What proves that something happened: {@link io.storeops.evidence.Evidence} with what is attached to it, and the append-only,
 * hash-linked trail of {@link io.storeops.evidence.AuditEntry} lines with its check, {@link io.storeops.evidence.AuditChain}.
 */
@NullMarked
package io.storeops.evidence;

import org.jspecify.annotations.NullMarked;

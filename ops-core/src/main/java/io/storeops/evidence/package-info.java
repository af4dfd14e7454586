/**
 * What proves that something happened: {@link io.storeops.evidence.Evidence} with what is attached to it, the
 * {@link io.storeops.evidence.EvidenceKind}s that meet what a duty asks for, its {@link io.storeops.evidence.EvidenceNeed}s, and
 * the append-only, hash-linked trail of {@link io.storeops.evidence.AuditEntry} lines with its check,
 * {@link io.storeops.evidence.AuditChain}.
 */
@NullMarked
package io.storeops.evidence;

import org.jspecify.annotations.NullMarked;

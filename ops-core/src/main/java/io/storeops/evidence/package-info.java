/**
 * What proves that something happened: the append-only, hash-linked {@link io.storeops.evidence.AuditEntry}, and the
 * {@link io.storeops.evidence.EvidenceKind}s that meet what a duty asks for, its {@link io.storeops.evidence.EvidenceNeed}s.
 */
@NullMarked
package io.storeops.evidence;

import org.jspecify.annotations.NullMarked;

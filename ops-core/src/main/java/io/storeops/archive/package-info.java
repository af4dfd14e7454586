/**
 * Where evidence is attached and found again, where the audit trail is read and checked, and where personal data in either are
 * forgotten on request.
 */
@NullMarked
package io.storeops.archive;

import org.jspecify.annotations.NullMarked;

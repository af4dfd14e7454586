/**
 * The one pattern of every duty: load, ask the authority, let a pure function decide, commit once.
 */
@NullMarked
package io.storeops.act;

import org.jspecify.annotations.NullMarked;

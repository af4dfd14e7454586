/**
 * Who may do what: {@link io.storeops.authority.Right}s come with {@link io.storeops.authority.Role}s, roles with dated
 * {@link io.storeops.authority.Assignment}s, and the {@link io.storeops.authority.Charter} decides; what no rule allows is denied.
 */
@NullMarked
package io.storeops.authority;

import org.jspecify.annotations.NullMarked;

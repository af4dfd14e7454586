/**
 * For those who plug in and those who assemble. A plug-in is one
 * {@link io.storeops.spi.AdapterProvider provider}: a name, its typed settings and one {@code create}; its
 * {@link io.storeops.spi.ConfigKey settings} arrive checked, as an {@link io.storeops.spi.AdapterConfig}, together with
 * what the library gives, an {@link io.storeops.spi.AdapterContext}.
 */
@NullMarked
package io.storeops.spi;

import org.jspecify.annotations.NullMarked;

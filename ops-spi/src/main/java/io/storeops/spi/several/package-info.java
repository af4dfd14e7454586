/**
 * One store that several sources tell of (D70): its marketplace is made of others, each with its own adapter, settings and ids. Asked
 * for by the name {@code several}, or put together by {@link io.storeops.spi.several.SeveralMarketplaces} in code.
 */
@NullMarked
package io.storeops.spi.several;

import org.jspecify.annotations.NullMarked;

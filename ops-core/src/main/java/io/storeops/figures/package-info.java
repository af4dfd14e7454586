/**
 * What is known of a store's sales and traffic: subjects and metrics, readings as they arrived, the slots derived from them, and
 * the ports that figures come from. Several duties read it; base-data reporting writes it.
 */
@NullMarked
package io.storeops.figures;

import org.jspecify.annotations.NullMarked;

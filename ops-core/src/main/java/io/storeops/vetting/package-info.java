/**
 * What is proved of campaigns before they are approved and whenever something changes that they rely on (D38): that they do not overlap
 * unseen, that their prices are below the reference price (D44), that they never promise more than can be sold (D45), and that no cart
 * leaves less than the floor (D39, D40). Knowledge that several duties ask.
 */
@NullMarked
package io.storeops.vetting;

import org.jspecify.annotations.NullMarked;

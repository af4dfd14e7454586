/**
 * What departments are told (信息通告): a {@link io.storeops.notice.Notice} goes to the roster's channels, and each department that it
 * is for gives its receipt. Knowledge that several duties add to.
 */
@NullMarked
package io.storeops.notice;

import org.jspecify.annotations.NullMarked;

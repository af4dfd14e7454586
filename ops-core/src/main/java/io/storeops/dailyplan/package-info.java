/**
 * The store's daily operating plan (日运营计划): lines that people propose, submit and comment on, and that somebody else approves; on the
 * date they stand on its agenda.
 */
@NullMarked
package io.storeops.dailyplan;

import org.jspecify.annotations.NullMarked;

/**
 * Documents as Excel workbooks: {@link io.storeops.adapter.excel.ExcelRenderer} makes one of any document, a sheet for each of its
 * sections. fastexcel writes cells and styles; charts and pictures, which it does not write or not with what they say, are parts of
 * our own, added when its file is packed again with fixed dates.
 */
@NullMarked
package io.storeops.adapter.excel;

import org.jspecify.annotations.NullMarked;

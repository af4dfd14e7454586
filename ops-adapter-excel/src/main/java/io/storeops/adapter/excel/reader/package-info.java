/**
 * Reads workbooks that people export, row by row, in bounded memory: .xlsx by {@link io.storeops.adapter.excel.reader.WorkbookReader}, a small
 * reader of our own on the JDK's zip and XML, and .xls by {@link io.storeops.adapter.excel.reader.XlsSheets} through Apache POI, if that is
 * there. Nothing of a file is trusted, and what is not as Excel writes it is refused with its place rather than guessed.
 */
@NullMarked
package io.storeops.adapter.excel.reader;

import org.jspecify.annotations.NullMarked;

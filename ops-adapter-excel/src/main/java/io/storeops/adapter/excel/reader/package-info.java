/**
 * Reads workbooks that people export (.xlsx), row by row, in bounded memory: {@link io.storeops.adapter.excel.reader.WorkbookReader}. A
 * small reader of our own on the JDK's zip and XML: nothing of the file is trusted, and what is not as Excel writes it is refused with its
 * place rather than guessed.
 */
@NullMarked
package io.storeops.adapter.excel.reader;

import org.jspecify.annotations.NullMarked;

/**
 * A folder of readable CSV files as a storage.
 *
 * <p><b>The folder.</b> {@code <table>.csv} per table that has rows: UTF-8 with a byte order mark, lines ended by CR LF, a
 * header, the declared columns and {@code revision}, sorted by key, so that a spreadsheet opens it and a version control
 * system shows small differences. {@code _commits.csv} holds the receipts. {@code _journal.csv} is where a commit happens:
 * a frame with its own checksum, forced to the disk before the commit is acknowledged. {@code _manifest.csv} lists every
 * table file with its length and CRC-32C. {@code _lock} is held while a process has the store open, and is opened by
 * nobody else: on POSIX systems closing a second channel would release the lock. {@code _torn-*.csv} are copies of
 * unfinished frames that were dropped after a crash. {@code _kept/<table>.csv} is the same file once more, for tables whose
 * rows may change: what people edit is compared with it. {@code blobs/<SHA-256 of the store's id>/<first two
 * digits>/<SHA-256>} is the content of evidence, checked against its name whenever it is read. Files of the folder whose
 * name does not end in {@code .csv} are left alone.
 *
 * <p>The tables are checkpoints: they lag behind the journal until the next checkpoint, which happens at close, when a store
 * that was not closed is opened, and whenever the configured number of rows has been committed. While another program keeps
 * a file from being replaced, as a spreadsheet on Windows does, the journal goes on. In version control, ignore
 * {@code _lock}, {@code *.new} and {@code *.edited}, and declare {@code *.csv -text}, or changed line ends will be refused
 * as damage.
 *
 * <p><b>Cells.</b> An absent value is an empty cell. A text whose first character could make a spreadsheet evaluate it, or
 * is an apostrophe, has an apostrophe in front; the empty text is an apostrophe alone. Numbers, dates and truth values are
 * in the text form of {@link io.storeops.storage.ColumnType}, never prefixed. JSON is canonical JSON.
 *
 * <p><b>Failures.</b> A commit that returned survives a crash and a power cut, as far as the disk honours a force; one that
 * did not return is wholly there or wholly absent. After the first write that failed nothing more is written until the store
 * is opened again, and the opening writes the journal anew instead of trusting what it sees.
 *
 * <p><b>Edits.</b> A table that was changed outside is refused until a person adopts the edit by {@link CsvStore#adopt}. An
 * edit made while the store is open is set aside as {@code <table>.csv.edited} by the next checkpoint; edits of tables whose
 * rows are only added are overwritten then.
 *
 * <p><b>Personal data.</b> When a commit that takes a personal value away returns, neither the tables nor the journal nor
 * the copies have it. Copies of torn frames and files set aside are left to whoever deletes them, and so are the blocks that
 * the disk has not used again.
 *
 * <p><b>Limits.</b> Two things no checksum can tell from an ordinary crash, both only before a clean close: a journal that
 * was cut exactly between two commits is a valid shorter journal, and a NUL inside the last frame looks like a block that a
 * power cut kept from being written, so that the frame is dropped, copied and reported. Checksums find accidents, not
 * forgery. Everything is held in memory, about 1.25 KB for a short row, and a checkpoint writes every changed table as a
 * whole: for more than some hundred thousand rows use the storage {@code jdbc}. A file larger than a third of the process's
 * memory is refused.
 */
@NullMarked
package io.storeops.adapter.csv.storage;

import org.jspecify.annotations.NullMarked;

/**
 * A folder of readable CSV files as a storage.
 *
 * <p><b>The folder.</b> {@code <table>.csv} per table that has rows: UTF-8 with a byte order mark, lines ended by CR LF, a
 * header, the declared columns and {@code revision}, sorted by key, so that a spreadsheet opens it and a version control
 * system shows small differences. {@code _commits.csv} holds the receipts. {@code _journal.csv} is where a commit happens:
 * a frame with its own checksum, forced to the disk before the commit is acknowledged. {@code _manifest.csv} lists every
 * table file with its length and CRC-32C. {@code _lock} is held while a process has the store open, and is opened by
 * nobody else: on POSIX systems closing a second channel would release the lock. {@code _torn-*.csv} are copies of
 * unfinished frames that were dropped after a crash. Files whose name does not end in {@code .csv} are left alone.
 *
 * <p>{@code blobs/<SHA-256 of the store's id>/<first two digits>/<SHA-256>} is the content of evidence, checked against
 * its name whenever it is read.
 *
 * <p>The tables are checkpoints: they lag behind the journal until the next checkpoint, which happens at close, when
 * a store that was not closed is opened, whenever the configured number of rows has been committed, and in every commit
 * that takes a personal value away: when it returns, no file of the folder has the value, but for copies of torn frames. In version control, ignore {@code _lock} and {@code *.new},
 * and declare {@code *.csv -text}, or changed line ends will be refused as damage.
 *
 * <p><b>Cells.</b> An absent value is an empty cell. A text whose first character could make a spreadsheet evaluate it, or
 * is an apostrophe, has an apostrophe in front; the empty text is an apostrophe alone. Numbers, dates and truth values are
 * in the text form of {@link io.storeops.storage.ColumnType}, never prefixed. JSON is canonical JSON.
 *
 * <p><b>Limits.</b> A journal that was cut exactly between two frames is a valid shorter journal, unless a checkpoint
 * knows better. Zeros inside the last frame look like a write that a power cut stopped: it is dropped, copied and
 * reported. After a clean close both vanish. Everything is held in memory.
 */
@NullMarked
package io.storeops.adapter.csv.storage;

import org.jspecify.annotations.NullMarked;

/**
 * A folder of readable CSV files as a storage.
 *
 * <p><b>The folder.</b> {@code <table>.csv} per table that has rows: UTF-8 with a byte order mark, lines ended by CR LF, a
 * header, the declared columns and {@code revision}, so that a spreadsheet opens it and a version control system shows small
 * differences. Rows that may change are sorted by key. Rows of tables that only grow stand as they were committed; of the
 * fast-growing ones ({@link io.storeops.storage.Table.Builder#appendOnlyByMonth}) every month has a file,
 * {@code <table>-2026-11.csv}. {@code _commits.csv} holds the receipts. {@code _journal.csv} is where a commit happens:
 * a frame with its own checksum, forced to the disk before the commit is acknowledged. {@code _manifest.csv} lists every
 * table file with its length and CRC-32C. {@code _lock} is held while a process has the store open, and is opened by
 * nobody else: on POSIX systems closing a second channel would release the lock. Before and after each change the store
 * compares what it holds with what is there: if {@code _lock} was deleted, the folder moved and another put in its place, or
 * the journal written by somebody else, it writes nothing more. A folder on a network or fuse file system is refused unless
 * {@code trustLocks} says that its locks are known to keep others out. {@code _torn-*.csv} are copies of
 * unfinished frames, and of what stood unexplained at the end of a growing file, that were dropped after a crash.
 * {@code _kept/<table>.csv} is the same file once more, for tables whose rows may change: what people edit is compared with
 * it. {@code blobs/<SHA-256 of the store's id>/<first two digits>/<SHA-256>} is the content of evidence, checked against its
 * name whenever it is read. Files that are not the store's, as copies beside a table or what a desktop leaves, are left alone;
 * {@link CsvStore#verify} names those that look like the store's.
 *
 * <p>The tables are checkpoints: they lag behind the journal until the next checkpoint, which happens at close, when a store
 * that was not closed is opened, and whenever the configured number of rows has been committed. A checkpoint writes a changed
 * table anew, but only adds to the end of one that only grows; such a file is written anew when personal data are to go from
 * it. While another program keeps a file from being written, as a spreadsheet on Windows does, the journal goes on. In version
 * control, ignore {@code _lock}, {@code *.new} and {@code *.edited}, and declare {@code *.csv -text}, or changed line ends
 * will be refused as damage.
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
 * edit made while the store is open is set aside as {@code <table>.csv.edited} by the next checkpoint. Rows that are only
 * added are evidence, which nobody edits: a file of theirs that was edited is refused when it is next read or opened, and
 * comes back from a backup.
 *
 * <p><b>Personal data.</b> When a commit that takes a personal value away returns, neither the tables nor the journal nor
 * the copies have it. Copies of torn frames and files set aside are left to whoever deletes them, and so are the blocks that
 * the disk has not used again.
 *
 * <p><b>Limits.</b> Two things no checksum can tell from an ordinary crash, both only before a clean close: a journal that
 * was cut exactly between two commits is a valid shorter journal, and a NUL inside the last frame looks like a block that a
 * power cut kept from being written, so that the frame is dropped, copied and reported. Checksums find accidents, not
 * forgery.
 *
 * <p><b>Size.</b> A row that may change takes about 1.25 KB of memory, checkpoint included, and its whole table is written at
 * every checkpoint. Of readings, releases and the audit trail, only the months that were used last are in memory
 * ({@code openMonths} of each table, 3 unless told otherwise), at about 0.6 KB for a row of nine short cells; of the other
 * months of the audit trail an outline stays, 6 to 18 bytes a line and 1 KB for each store and month. The number of months is not limited. Receipts
 * stay in memory, and so do evidence, completions and instructions, whose number is that of what people did. Supported are
 * about 500,000 readings a month, as of ten stores with a hundred items each, in a heap of 1 GB (1,470,000 short ones of open
 * months fitted). Opening reads every file to compare its checksum, and the trail's rows for their outline. A file larger
 * than a third of the process's memory is refused. For more use the storage {@code jdbc}.
 */
@NullMarked
package io.storeops.adapter.csv.storage;

import org.jspecify.annotations.NullMarked;

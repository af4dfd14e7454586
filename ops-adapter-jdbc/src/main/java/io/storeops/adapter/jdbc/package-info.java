/**
 * A database behind the storage port. {@link io.storeops.adapter.jdbc.JdbcStorage} serves an embedder who has a DataSource;
 * {@link io.storeops.adapter.jdbc.JdbcStorageProvider} opens one by a URL in the configuration. H2, PostgreSQL and MariaDB are
 * tested; MySQL is MariaDB's dialect with another collation, and is not.
 *
 * <p>Every declared table becomes a typed table {@code storeops_<name>} with the declared columns, the key and an index per
 * access path. What the adapter adds begins with an underscore, which no declared name can:
 *
 * <ul>
 *   <li>{@code _revision}: 1 when the row was inserted, one more at each replacement;
 *   <li>{@code _commit_number}: the store's commit that left the row so;
 *   <li>{@code _<column>_scale} beside each decimal column: its digits after the point;
 *   <li>{@code storeops__store} and {@code storeops__commit}: the stores and the receipts of all commits;
 *   <li>{@code storeops__blob}: the bytes of evidence, by their SHA-256.
 * </ul>
 *
 * <p>Read them with SQL as you like; write to them only through the storage.
 *
 * <p><b>How tables come into the database.</b> Two kinds of definition, one history ({@code storeops__migration}):
 *
 * <ul>
 *   <li>Numbered scripts, under {@code migration/<product>/} in Flyway's naming, for what no declaration says: the adapter's
 *       own tables, and later changes to tables that an earlier version made. A script is frozen once released; its SHA-256
 *       stands in the history, and another text under its name is refused.
 *   <li>The tables of the duties, defined from their declarations when they are missing, so that a new duty touches no
 *       adapter. The SHA-256 of the SQL that was run stands in the history too.
 * </ul>
 *
 * <p>Existing columns are never altered silently: a table that is not as declared is refused with the differences. Whoever
 * wants to run all SQL himself takes {@link io.storeops.adapter.jdbc.JdbcStorage#schema}; a database that already has
 * everything is only read at a start. Flyway takes that text as a repeatable migration ({@code R__storeops.sql}), or, on the
 * class path, the folder of the numbered scripts as a location, after which a start adds the tables of the duties. Give it a
 * history table of its own: the versions 1, 2 ... are these scripts'.
 *
 * <p>Many may start at once: whoever finds something missing locks row 0 of the history in a transaction, so one migrates and
 * the others find nothing left to do. In H2, MariaDB and MySQL a definition ends its transaction, so a start that migrates
 * there takes a second connection, and a migration that was killed half-way is finished by the next start; in PostgreSQL it
 * is wholly there or not at all.
 */
@NullMarked
package io.storeops.adapter.jdbc;

import org.jspecify.annotations.NullMarked;

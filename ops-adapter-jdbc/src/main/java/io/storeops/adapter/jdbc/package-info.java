/**
 * A database behind the storage port. {@link io.storeops.adapter.jdbc.JdbcStorage} serves an embedder who has a DataSource;
 * {@link io.storeops.adapter.jdbc.JdbcStorageProvider} opens an embedded H2 database by configuration.
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
 */
@NullMarked
package io.storeops.adapter.jdbc;

import org.jspecify.annotations.NullMarked;

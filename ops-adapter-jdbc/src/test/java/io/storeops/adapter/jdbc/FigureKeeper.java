package io.storeops.adapter.jdbc;

import io.storeops.id.StoreId;
import java.time.LocalDate;
import java.util.List;

/** One way to write and read figures, for the benchmarks to compare. */
interface FigureKeeper {
    /** Keeps a store's day in one transaction. */
    void append(List<Figure> day) throws Exception;

    /** A store's day in the order of its key, as this way's own rows. */
    List<?> day(StoreId store, LocalDate day) throws Exception;
}

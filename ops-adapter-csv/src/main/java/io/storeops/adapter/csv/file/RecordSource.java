package io.storeops.adapter.csv.file;

import java.io.Closeable;
import java.io.IOException;

/** What gives the records of a file, one after the other, to a {@link RecordCopier}. */
interface RecordSource extends Closeable {
    /**
     * Has the next record copied.
     *
     * @return false at the end
     * @throws io.storeops.failure.AdapterException if the record is faulty
     */
    boolean next() throws IOException;

    /** Whether the last record has no line end. */
    boolean endsWithinALine();
}

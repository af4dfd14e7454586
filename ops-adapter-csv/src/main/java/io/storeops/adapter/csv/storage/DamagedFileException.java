package io.storeops.adapter.csv.storage;

import io.storeops.failure.FaultKind;
import io.storeops.storage.StorageException;

/** A file of the folder is not what the store left there. */
final class DamagedFileException extends StorageException {
    private static final long serialVersionUID = 1L;

    private final transient CsvStore.Problem problem;

    DamagedFileException(String file, long line, String reason) {
        this(new CsvStore.Problem(file, line, reason));
    }

    private DamagedFileException(CsvStore.Problem problem) {
        super(FaultKind.INVALID, problem.toString());
        this.problem = problem;
    }

    CsvStore.Problem problem() {
        return problem;
    }
}

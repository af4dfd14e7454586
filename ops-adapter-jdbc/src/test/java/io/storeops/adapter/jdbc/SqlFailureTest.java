package io.storeops.adapter.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.failure.FaultKind;
import io.storeops.storage.StorageException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import org.junit.jupiter.api.Test;

/** What a failure says to do, where the SQLState alone would mislead. */
class SqlFailureTest {
    /** Case 24: a picture that is larger than a packet. */
    @Test
    void ofAPacketThatIsTooLargeNamesTheSettingAndIsNotToBeRepeated() {
        StorageException ofMariaDb = SqlFailure.of(
                "keep evidence",
                new SQLNonTransientConnectionException(
                        "(conn=7) Could not send query: query size is >= to max_allowed_packet (4194304)", "08000"));
        StorageException ofMySql = SqlFailure.of(
                "keep evidence",
                new SQLException(
                        "Packet", "08S01", 1153, new IOException("change 'max_allowed_packet' on the server")));
        for (StorageException failure : new StorageException[] {ofMariaDb, ofMySql}) {
            assertEquals(FaultKind.INVALID, failure.kind());
            assertEquals(
                    "The database could not keep evidence, because it is larger than the server's setting"
                            + " max_allowed_packet; nothing was changed. Raise max_allowed_packet, or keep less at once",
                    failure.getMessage());
        }
    }

    @Test
    void ofAPoolerBetweenTheTransactionsNamesTheUrlParameter() {
        for (String state : new String[] {"26000", "42P05"}) {
            StorageException failure = SqlFailure.of("read table x", new SQLException("prepared statement S_1", state));
            assertEquals(FaultKind.INVALID, failure.kind());
            assertEquals(
                    "The database could not read table x, because a prepared statement was not there (SQLState " + state
                            + "); nothing was changed. A pooler such as PgBouncer in transaction mode gives each"
                            + " transaction another connection: add prepareThreshold=0 to the url",
                    failure.getMessage());
        }
    }
}

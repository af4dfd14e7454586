package io.storeops.adapter.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many JVMs that start at once on an empty database: migrated once, all up. */
class FirstStartTest {
    private static final int JVMS = Full.times(8, 3);
    private static final int STARTS = Full.times(20, 3);

    /** Opens the storage of each URL it is told and commits once. */
    public static final class Starter {
        private Starter() {}

        public static void main(String[] arguments) throws IOException {
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String url = orders.readLine(); url != null; url = orders.readLine()) {
                try (Storage storage = JdbcStorage.on(TestDatabase.plain(url), Thing.TABLES)) {
                    System.out.println(storage.commit(Changes.of(
                                    Thing.S1,
                                    CommitId.of("up " + ProcessHandle.current().pid())))
                            .number());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.storeops.adapter.jdbc.TestServer#processes")
    void migrateOnceAndAllComeUp(TestServer server) throws Exception {
        List<ChildProcess> starters = new ArrayList<>();
        try {
            for (int i = 0; i < JVMS; i++) {
                starters.add(ChildProcess.start(Starter.class));
            }
            for (int start = 0; start < STARTS; start++) {
                String url = TestDatabase.urlOfNewPlace(server);
                for (ChildProcess starter : starters) {
                    starter.tell(url);
                }
                List<Long> numbers = new ArrayList<>();
                for (ChildProcess starter : starters) {
                    numbers.add(Long.parseLong(starter.answer()));
                }
                assertEquals(
                        LongStream.rangeClosed(1, JVMS).boxed().toList(),
                        numbers.stream().sorted().toList());
                assertEquals(5, definitions(url), "the lock, two scripts, two tables");
            }
        } finally {
            for (ChildProcess starter : starters) {
                starter.close();
            }
        }
    }

    private static int definitions(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from storeops__migration")) {
            result.next();
            return result.getInt(1);
        }
    }
}

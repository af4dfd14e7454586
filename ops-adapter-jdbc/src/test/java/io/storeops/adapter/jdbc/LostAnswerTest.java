package io.storeops.adapter.jdbc;

import static io.storeops.adapter.jdbc.Thing.S1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.DuplicateCommitException;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The answer to COMMIT is lost: what is looked up and repeated by its id is there once. */
class LostAnswerTest {
    private static final int COMMITS = Full.times(1000, 50);

    @ParameterizedTest
    @MethodSource("io.storeops.adapter.jdbc.TestServer#servers")
    void nothingIsDoubledAndNothingIsLost(TestServer server) throws Exception {
        String url = TestDatabase.urlOfNewPlace(server);
        String port = url.replaceFirst(".*//[^/]*?:([0-9]+)/.*", "$1");
        try (LosingProxy proxy = new LosingProxy(Integer.parseInt(port));
                Storage direct = JdbcStorage.on(TestDatabase.plain(url), Thing.TABLES);
                Storage losing = JdbcStorage.on(
                        TestDatabase.plain(url.replace(":" + port + "/", ":" + proxy.port() + "/")), Thing.TABLES)) {
            LosingProxy.Loss[] losses = LosingProxy.Loss.values();
            for (int i = 0; i < COMMITS; i++) {
                Changes changes = Changes.of(S1, CommitId.of("c" + i))
                        .insert(Thing.TABLE, Thing.of("T" + i, i))
                        .link(Thing.Line.TABLE, last -> Thing.Line.after(S1, last, "line"));
                LosingProxy.Loss loss = losses[1 + i % 3];
                proxy.lose(loss);
                assertThrows(CommitUnknownException.class, () -> losing.commit(changes), loss + " " + i);
                boolean there = direct.committed(S1, changes.id()).isPresent();
                if (loss != LosingProxy.Loss.CONNECTION) {
                    assertEquals(loss == LosingProxy.Loss.ANSWER, there, loss + " " + i);
                }
                if (!there) {
                    repeat(losing, changes);
                }
            }
            assertEverythingIsThereOnce(direct);
        }
    }

    private static void repeat(Storage storage, Changes changes) {
        try {
            storage.commit(changes);
        } catch (DuplicateCommitException e) {
            // It was on its way when it was looked up.
            assertEquals(changes.id(), e.first().id());
        }
    }

    private static void assertEverythingIsThereOnce(Storage storage) {
        List<Long> lines = new ArrayList<>();
        try (Scan<Versioned<Thing.Line>> scan = storage.scan(Query.of(Thing.Line.TABLE, S1))) {
            scan.forEachRemaining(line -> lines.add(line.value().number()));
        }
        List<Long> expected = LongStream.rangeClosed(1, COMMITS).boxed().toList();
        assertEquals(expected, lines);
        assertEquals(
                expected,
                IntStream.range(0, COMMITS)
                        .mapToObj(i -> storage.committed(S1, CommitId.of("c" + i))
                                .orElseThrow()
                                .number())
                        .sorted()
                        .toList());
    }
}

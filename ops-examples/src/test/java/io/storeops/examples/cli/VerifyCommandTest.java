package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.evidence.Anchor;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.AuditRecord;
import io.storeops.evidence.Redaction;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.id.ActorKind;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.spi.Adapters;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit chains of a CSV store whose files are sound: somebody wrote with the adapter, not with an editor. */
class VerifyCommandTest {
    private static final StoreId S1 = StoreId.of("S1");
    private static final StoreId S2 = StoreId.of("S2");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-16T01:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path temp;

    private final List<AuditEntry> trail = trail(S1, 12);

    private static List<AuditEntry> trail(StoreId store, int length) {
        List<AuditEntry> trail = new ArrayList<>();
        while (trail.size() < length) {
            add(trail, store, "RELEASE", Json.of(trail.size()), true);
        }
        return trail;
    }

    private static void add(List<AuditEntry> trail, StoreId store, String act, Json result, boolean tells) {
        int number = trail.size() + 1;
        AuditRecord record = new AuditRecord(
                CommandId.of("c-" + number),
                CLOCK.instant(),
                ActorId.SYSTEM,
                ActorKind.PERSON,
                Optional.empty(),
                act,
                Target.STORE,
                AuditRecord.Outcome.DONE,
                "HOST",
                AuditRecord.Rules.NONE,
                Sha256.of("").hex(),
                result);
        trail.add(AuditEntry.after(
                store,
                trail.isEmpty() ? Optional.empty() : Optional.of(trail.get(number - 2)),
                record,
                tells ? Optional.of(new AuditEntry.Contents("salt", Json.ofNull(), Json.of("张三"))) : Optional.empty()));
    }

    private Path folder() {
        return temp.resolve("store");
    }

    private Storage open() {
        Adapters adapters = Adapters.discover(VerifyCommandTest.class.getClassLoader());
        return new StorageChoice("csv", Map.of("directory", folder().toString())).open(adapters, CLOCK);
    }

    private void keep(StoreId store, List<AuditEntry> lines) {
        try (Storage storage = open()) {
            storage.commit(Changes.of(store, CommitId.of("kept")).append(AuditEntry.TABLE, lines));
        }
    }

    private Ran verify(String... options) {
        List<String> args = new ArrayList<>(List.of("verify", folder().toString()));
        args.addAll(List.of(options));
        return Ran.run(args.toArray(String[]::new));
    }

    private static void assertEnds(Ran ran, int code, String... lines) {
        assertEquals("", ran.err());
        assertEquals(
                List.of(lines),
                ran.lines()
                        .subList(ran.lines().size() - lines.length, ran.lines().size()));
        assertEquals(code, ran.code());
    }

    @Test
    void printsLinesAndHeadOfEachStoresTrail() {
        keep(S1, trail);
        List<AuditEntry> other = trail(S2, 3);
        keep(S2, other);
        Ran ran = verify();
        assertTrue(ran.lines().contains("  audit 15"), ran.out());
        assertEnds(
                ran,
                0,
                "  audit trail of S1: 12 lines, head S1#12:" + trail.get(11).hash(),
                "  audit trail of S2: 3 lines, head S2#3:" + other.get(2).hash(),
                "The store is sound.");
    }

    @Test
    void namesStoreAndLineThatSomebodyChangedOrDeleted() {
        List<AuditEntry> other = trail(S2, 3);
        keep(S2, other);
        AuditEntry line = trail.get(4);
        AuditRecord record = line.record();
        AuditRecord changed = new AuditRecord(
                record.command(),
                record.at(),
                ActorId.of("somebody-else"),
                record.kind(),
                record.onBehalfOf(),
                record.act(),
                record.target(),
                record.outcome(),
                record.right(),
                record.rules(),
                record.argumentsHash(),
                record.result());
        trail.set(
                4,
                new AuditEntry(S1, 5, changed, line.contentsHash(), line.contents(), line.previousHash(), line.hash()));
        trail.remove(8);
        keep(S1, trail);
        assertEnds(
                verify(),
                1,
                "finding: audit trail of S1, line 5: the line was changed: it is not what its hash says",
                "  audit trail of S2: 3 lines, head S2#3:" + other.get(2).hash(),
                "1 findings. Restore the folder from its last good copy.");
    }

    @Test
    void findsATailThatWasCutOffAgainstAnAnchorAndOnlyThen() {
        Anchor head = trail.get(11).anchor();
        keep(S1, trail.subList(0, 10));
        assertEnds(
                verify(),
                0,
                "  audit trail of S1: 10 lines, head " + trail.get(9).anchor(),
                "The store is sound.");
        assertEnds(
                verify("--anchor", trail.get(3).anchor().toString(), "--anchor", head.toString()),
                1,
                "finding: audit trail of S1, line 11: the tail after line 10 was cut off: there is an anchor " + head,
                "1 findings. Restore the folder from its last good copy.");
    }

    @Test
    void findsAWholeTrailThatIsGoneAgainstAnAnchor() {
        keep(S1, trail);
        Anchor lost = new Anchor(S2, 7, Sha256.of("lost"));
        assertEnds(
                verify("--anchor", lost.toString()),
                1,
                "  audit trail of S1: 12 lines, head " + trail.get(11).anchor(),
                "finding: audit trail of S2, line 1: the tail after line 0 was cut off: there is an anchor " + lost,
                "1 findings. Restore the folder from its last good copy.");
    }

    @Test
    void listsRedactedContentsAndFindsThoseThatWereTakenAway() {
        keep(S1, trail);
        try (Storage storage = open()) {
            storage.commit(Changes.of(S1, CommitId.of("redact"))
                    .redact(AuditEntry.TABLE, AuditEntry.key(S1, 3), AuditEntry.PERSONAL)
                    .redact(AuditEntry.TABLE, AuditEntry.key(S1, 7), AuditEntry.PERSONAL));
        }
        assertEnds(
                verify(),
                1,
                "finding: audit trail of S1, line 3: what it told of before and after is gone, and no later line says that it"
                        + " was redacted",
                "1 findings. Restore the folder from its last good copy.");
        add(
                trail,
                S1,
                Redaction.ACT,
                Json.object(Redaction.told(
                        "asked for",
                        Map.of(
                                Redaction.ofAuditLine(3), AuditEntry.PERSONAL,
                                Redaction.ofAuditLine(7), AuditEntry.PERSONAL))),
                false);
        try (Storage storage = open()) {
            storage.commit(Changes.of(S1, CommitId.of("told")).insert(AuditEntry.TABLE, trail.get(12)));
        }
        assertEnds(
                verify(),
                0,
                "  audit trail of S1: 13 lines, head " + trail.get(12).anchor() + ", contents redacted in 3, 7",
                "The store is sound.");
    }

    @Test
    void changesNothingAndHindersNobodyWhoHasTheStoreOpen() throws IOException {
        keep(S1, trail.subList(0, 10));
        try (Storage storage = open()) {
            storage.commit(Changes.of(S1, CommitId.of("more")).append(AuditEntry.TABLE, trail.subList(10, 12)));
            SortedMap<String, Sha256> before = files();
            assertEnds(
                    verify(),
                    0,
                    "  audit trail of S1: 12 lines, head " + trail.get(11).anchor(),
                    "The store is sound.");
            assertEquals(before, files());
            add(trail, S1, "RELEASE", Json.of(13), true);
            storage.commit(Changes.of(S1, CommitId.of("still")).insert(AuditEntry.TABLE, trail.get(12)));
        }
        assertEnds(
                verify(),
                0,
                "  audit trail of S1: 13 lines, head " + trail.get(12).anchor(),
                "The store is sound.");
    }

    /** Case 28: the copy of a table beside it, and what a desktop leaves. */
    @Test
    void namesWhatIsNotTheStoresAndFindsItSound() throws IOException {
        keep(S1, trail.subList(0, 10));
        Files.writeString(folder().resolve("item - 副本.csv"), "x");
        Files.createDirectory(folder().resolve("blobs"));
        Files.writeString(folder().resolve("blobs/.DS_Store"), "x");
        Ran ran = verify();
        for (String stray : List.of("item - 副本.csv", "blobs/.DS_Store")) {
            assertTrue(
                    ran.lines()
                            .contains(
                                    "not counted: " + stray
                                            + ": this is not a file of the store, which neither reads nor changes it; move it away"),
                    ran.out());
        }
        assertEnds(ran, 0, "  audit trail of S1: 10 lines, head " + trail.get(9).anchor(), "The store is sound.");
    }

    private SortedMap<String, Sha256> files() throws IOException {
        SortedMap<String, Sha256> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder())) {
            // The lock file is left alone: closing it here would let go of the lock.
            files.filter(file -> !file.endsWith("_lock")).forEach(file -> {
                try {
                    found.put(file.toString(), Sha256.of(Files.readAllBytes(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return found;
    }

    @Test
    void checksTheTrailsWhenTheFilesAreSound() throws IOException {
        keep(S1, trail);
        Path table = folder().resolve("audit-2024-06.csv");
        Files.writeString(table, Files.readString(table).replaceFirst("target", "another"));
        Ran ran = verify();
        assertTrue(ran.lines().stream().anyMatch(line -> line.startsWith("finding: audit-2024-06.csv")), ran.out());
        assertEnds(
                ran,
                1,
                "The audit trails are checked when the files are sound.",
                "1 findings. Restore the folder from its last good copy.");
    }

    @Test
    void refusesAnAnchorThatIsNone() {
        keep(S1, trail);
        Ran ran = verify("--anchor", "S1#12");
        assertEquals("storeops: 'S1#12' is not an anchor (expected store#number:64 hexadecimal digits)\n", ran.err());
        assertEquals("", ran.out());
        assertEquals(2, ran.code());
    }
}

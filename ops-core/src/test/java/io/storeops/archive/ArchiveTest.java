package io.storeops.archive;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.STRANGER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.act.Caller;
import io.storeops.act.PersonalActs;
import io.storeops.evidence.Attachment;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Stamp;
import io.storeops.evidence.Target;
import io.storeops.failure.CommandReusedException;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.json.Json;
import io.storeops.storage.Blobs;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.Key;
import io.storeops.storage.StorageException;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
    private static final Target OCCURRENCE = Target.of("occurrence", "2.1/2024-06-16");
    private static final EvidenceKind SCREENSHOT = EvidenceKind.parse("SCREENSHOT");
    private static final EvidenceKind ORAL = EvidenceKind.parse("FEEDBACK:ORAL");
    private static final Attachment PICTURE =
            Attachment.of("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0});

    private final StoreFixture shop = StoreFixture.open();
    private Instant captured = Instant.EPOCH;

    @BeforeEach
    void workAtNine() {
        shop.clock.set(shop.at("09:00").plusNanos(123_456_789));
        captured = shop.at("08:59");
    }

    private Archive of(ActorId actor) {
        return shop.ops.deskOf(actor).archive();
    }

    private Archive under(String command) {
        return shop.ops.deskOf(OPERATOR).under(CommandId.of(command)).archive();
    }

    private Optional<byte[]> kept(Attachment attachment) {
        return shop.storage.blobs().orElseThrow().find(STORE, attachment.sha256());
    }

    private static void refused(String code, String detail, org.junit.jupiter.api.function.Executable act) {
        RefusedException refused = assertThrows(RefusedException.class, act);
        assertEquals("ATTACH_EVIDENCE in store S1 refused, " + code + ": " + detail, refused.getMessage());
    }

    @Nested
    class AttachingAText {
        @Test
        void addsAnItemNamedAfterTheCommand() {
            Evidence item = under("c-1").attach(STORE, OCCURRENCE, SCREENSHOT, captured, "https://img/1.png");
            Evidence expected = new Evidence(
                    STORE,
                    "c-1",
                    OCCURRENCE,
                    SCREENSHOT,
                    Optional.of("https://img/1.png"),
                    Optional.empty(),
                    captured,
                    new Stamp(OPERATOR, shop.at("09:00").plusNanos(123_456_000), "1"));
            assertEquals(expected, item);
            assertEquals(item, of(MANAGER).getEvidence(STORE, "c-1"));
            assertEquals(
                    Optional.of(new Versioned<>(item, 1)), shop.storage.find(Evidence.TABLE, Key.of(STORE, "c-1")));
        }

        @Test
        void isRefusedUnderTheIdOfAnotherPersonsItem() {
            Evidence first = under("c-1").attach(STORE, OCCURRENCE, SCREENSHOT, captured, "note");
            shop.assign(StoreFixture.works(MANAGER, "OPERATOR"));
            Archive manager =
                    shop.ops.deskOf(MANAGER).under(CommandId.of("c-1")).archive();
            refused(
                    "EXISTS",
                    "there is an item of evidence c-1, which somebody else attached under a command of the same id; repeat"
                            + " it under another one",
                    () -> manager.attach(STORE, OCCURRENCE, SCREENSHOT, captured, "other note"));
            assertEquals(first, under("c-1").attach(STORE, OCCURRENCE, SCREENSHOT, captured, "note"));
        }

        @Test
        void neverReplacesAnItem() {
            under("c-1").attach(STORE, OCCURRENCE, SCREENSHOT, captured, "wrong");
            shop.clock.set(shop.at("09:01"));
            under("c-2").attach(STORE, OCCURRENCE, SCREENSHOT, captured, "right");
            under("c-3").attach(STORE, Target.of("occurrence", "2.1/2024-06-17"), SCREENSHOT, captured, "another day");
            assertEquals(
                    List.of("wrong", "right"),
                    of(OPERATOR).evidence(STORE, OCCURRENCE).stream()
                            .map(item -> item.reference().orElseThrow())
                            .toList());
        }

        @Test
        void givesTheFirstItemToARepeatedCommand() {
            Evidence first = under("c-1").attach(STORE, OCCURRENCE, SCREENSHOT, captured, "note");
            shop.clock.set(shop.at("10:00"));
            int lines = shop.trail().size();
            assertEquals(first, under("c-1").attach(STORE, OCCURRENCE, SCREENSHOT, captured, "note"));
            assertEquals(lines, shop.trail().size());
            assertThrows(
                    CommandReusedException.class,
                    () -> under("c-1").attach(STORE, OCCURRENCE, SCREENSHOT, captured, "another note"));
        }

        @Test
        void tellsTheTrailWhatWasAttached() {
            under("c-1").attach(STORE, OCCURRENCE, SCREENSHOT, captured, "note");
            AuditEntry line = shop.trail().get(shop.trail().size() - 1);
            assertEquals("ATTACH_EVIDENCE", line.record().act());
            assertEquals("occurrence/2.1/2024-06-16", line.record().target().toString());
            assertEquals("EXECUTE:X1", line.record().right());
            assertEquals(
                    "{\"edited\":[{\"key\":[\"c-1\"],\"table\":\"evidence\"}]}",
                    line.record().result().canonical());
            AuditEntry.Contents contents = line.contents().orElseThrow();
            assertEquals("[]", contents.before().canonical());
            assertEquals(
                    "[{\"row\":{\"author_id\":\"op-1\","
                            + "\"captured_at\":\"2024-06-16T00:59:00Z\",\"evidence_id\":\"c-1\",\"kind\":\"SCREENSHOT\","
                            + "\"recorded_at\":\"2024-06-16T01:00:00.123456Z\",\"reference\":\"note\",\"rules_version\":\"1\","
                            + "\"target\":\"occurrence/2.1/2024-06-16\"},\"table\":\"evidence\"}]",
                    contents.after().canonical());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\n\t"})
        void refusesABlankReference(String blank) {
            refused(
                    "NO_REFERENCE",
                    "the reference is blank; give a link, a receipt or a note",
                    () -> of(OPERATOR).attach(STORE, OCCURRENCE, ORAL, captured, blank));
        }

        @Test
        void refusesWhatIsCapturedLater() {
            Instant now = shop.at("09:00").plusNanos(123_456_000);
            of(OPERATOR).attach(STORE, OCCURRENCE, SCREENSHOT, now.plusNanos(999), "just now");
            refused(
                    "FROM_THE_FUTURE",
                    "it is said to be captured at 2024-06-16T01:00:00.123457Z, now is 2024-06-16T01:00:00.123456Z; correct"
                            + " the instant, or the clock that it comes from",
                    () -> of(OPERATOR).attach(STORE, OCCURRENCE, SCREENSHOT, now.plusNanos(1000), "tomorrow"));
        }

        @Test
        void isForThoseWhoExecute() {
            DeniedException denied = assertThrows(
                    DeniedException.class, () -> of(MANAGER).attach(STORE, OCCURRENCE, SCREENSHOT, captured, "note"));
            assertEquals(
                    "mgr-1 may not ATTACH_EVIDENCE in store S1: the right EXECUTE:X1 is missing. It is held by [op-1]",
                    denied.getMessage());
            assertEquals(List.of(), of(MANAGER).evidence(STORE, OCCURRENCE));
        }
    }

    @Nested
    class AttachingBytes {
        @Test
        void keepsThemByTheirSha256() {
            Evidence item = under("c-1").attach(STORE, OCCURRENCE, SCREENSHOT, captured, PICTURE);
            assertEquals(Optional.of(new Evidence.Attached(PICTURE.sha256(), "image/png", 9)), item.attachment());
            assertEquals(Optional.empty(), item.reference());
            assertEquals(PICTURE, of(MANAGER).content(STORE, "c-1"));
            assertEquals(
                    Optional.of(new Versioned<>(item, 1)), shop.storage.find(Evidence.TABLE, Key.of(STORE, "c-1")));
        }

        @Test
        void takesATextBesideThem() {
            Evidence item = under("c-1").attach(STORE, OCCURRENCE, ORAL, captured, "told mgr-1 at 08:58", PICTURE);
            assertEquals(Optional.of("told mgr-1 at 08:58"), item.reference());
            assertEquals(PICTURE, of(OPERATOR).content(STORE, "c-1"));
        }

        @Test
        void refusesOralFeedbackWithoutANote() {
            refused(
                    "NO_REFERENCE",
                    "oral feedback counts with a written note of whom it was given to and when (R81)",
                    () -> of(OPERATOR).attach(STORE, OCCURRENCE, ORAL, captured, PICTURE));
            assertEquals(Optional.empty(), kept(PICTURE));
        }

        @Test
        void refusesWhatTheBytesDoNotBear() {
            Attachment text = Attachment.of("image/png", "a,b".getBytes(UTF_8));
            refused(
                    "NOT_WHAT_IT_SAYS",
                    "it is declared image/png; its bytes can be [text/csv, text/plain]",
                    () -> of(OPERATOR).attach(STORE, OCCURRENCE, SCREENSHOT, captured, text));
            Attachment nothing = Attachment.of("image/png", new byte[0]);
            refused(
                    "NOT_WHAT_IT_SAYS",
                    "it is declared image/png; its bytes can be none of the types that are known",
                    () -> of(OPERATOR).attach(STORE, OCCURRENCE, SCREENSHOT, captured, nothing));
            assertEquals(Optional.empty(), kept(text));
        }

        @Test
        void refusesATypeThatTheRosterDoesNotTake() {
            Attachment page = Attachment.of("text/html", "<p>".getBytes(UTF_8));
            refused(
                    "CONTENT_TYPE_NOT_TAKEN",
                    "it is declared text/html; the roster takes [application/json, application/pdf, image/gif, image/jpeg,"
                            + " image/png, image/webp, text/csv, text/plain]",
                    () -> of(OPERATOR).attach(STORE, OCCURRENCE, SCREENSHOT, captured, page));
            assertEquals(Optional.empty(), kept(page));
        }

        @Test
        void keepsNoneThatALimitRefuses() {
            shop.ops.enrol(shop.enrolment(RosterDraft.usual(DAY)
                    .with("limits", Json.array(List.of(RosterDraft.limit("few", "ATTACH_EVIDENCE", 1, "ACTOR"))))
                    .read(STORE)));
            Attachment first = Attachment.of("text/plain", "first".getBytes(UTF_8));
            Attachment second = Attachment.of("text/plain", "second".getBytes(UTF_8));
            of(OPERATOR).attach(STORE, OCCURRENCE, SCREENSHOT, captured, first);
            RefusedException refused = assertThrows(
                    RefusedException.class, () -> of(OPERATOR).attach(STORE, OCCURRENCE, SCREENSHOT, captured, second));
            assertEquals("LIMIT_REACHED", refused.refusal().code());
            assertEquals(Optional.empty(), kept(second));
            assertThrows(
                    RefusedException.class, () -> of(OPERATOR).attach(STORE, OCCURRENCE, SCREENSHOT, captured, first));
            assertTrue(kept(first).isPresent(), "another item has the same bytes");
        }

        @Test
        void refusesOneByteTooMany() {
            byte[] most = new byte[10 * 1024 * 1024];
            java.util.Arrays.fill(most, (byte) 'x');
            under("c-1").attach(STORE, OCCURRENCE, SCREENSHOT, captured, Attachment.of("text/plain", most));
            Attachment more = Attachment.of("text/plain", java.util.Arrays.copyOf(most, most.length + 1));
            refused(
                    "TOO_LARGE",
                    "it has 10485761 bytes; the roster takes at most 10485760",
                    () -> of(OPERATOR).attach(STORE, OCCURRENCE, SCREENSHOT, captured, more));
            assertEquals(Optional.empty(), kept(more));
        }

        @Test
        void refusesThemWhereTheStorageKeepsRowsOnly() {
            Archive rowsOnly = new Archive(
                    new PersonalActs(shop.acts(), () -> new Caller(OPERATOR, CommandId.of("c-1"))), Optional.empty());
            refused(
                    "NO_PLACE_FOR_BYTES",
                    "the storage keeps rows only; give a reference to where the bytes are, or use another storage",
                    () -> rowsOnly.attach(STORE, OCCURRENCE, SCREENSHOT, captured, PICTURE));
        }

        @Test
        void keepsNoneOfSomebodyWhoMayNot() {
            Blobs blobs = mock(Blobs.class);
            Archive stranger = new Archive(
                    new PersonalActs(shop.acts(), () -> new Caller(STRANGER, CommandId.of("c-1"))), Optional.of(blobs));
            for (int i = 0; i < 2; i++) {
                DeniedException denied = assertThrows(
                        DeniedException.class, () -> stranger.attach(STORE, OCCURRENCE, SCREENSHOT, captured, PICTURE));
                assertEquals(
                        "guest-1 may not ATTACH_EVIDENCE in store S1: the right EXECUTE:X1 is missing. It is held by [op-1]",
                        denied.getMessage());
            }
            verify(blobs, never()).put(any(), any());
            assertEquals(1, shop.records().size());
        }

        @Test
        void keepsThemOnceWhenTheAnswerOfTheCommitWasLost() {
            shop.storage.afterNextCommit(changes -> {
                throw new CommitUnknownException(STORE, changes.id(), new IllegalStateException("reset"));
            });
            Evidence item = under("c-1").attach(STORE, OCCURRENCE, SCREENSHOT, captured, PICTURE);
            assertEquals(item, under("c-1").attach(STORE, OCCURRENCE, SCREENSHOT, captured, PICTURE));
            assertEquals(List.of(item), of(OPERATOR).evidence(STORE, OCCURRENCE));
        }

        @Test
        void harmsNothingWhenItEndsBeforeTheCommit() {
            shop.storage.beforeNextCommit(() -> {
                throw new IllegalStateException("power failure");
            });
            assertThrows(
                    IllegalStateException.class,
                    () -> under("c-1").attach(STORE, OCCURRENCE, SCREENSHOT, captured, PICTURE));
            assertEquals(List.of(), of(OPERATOR).evidence(STORE, OCCURRENCE));
            under("c-1").attach(STORE, OCCURRENCE, SCREENSHOT, captured, PICTURE);
            assertEquals(PICTURE, of(OPERATOR).content(STORE, "c-1"));
        }
    }

    @Nested
    class Reading {
        @Test
        void isForThoseWhoMaySeeEvidence() {
            under("c-1").attach(STORE, OCCURRENCE, SCREENSHOT, captured, PICTURE);
            Archive stranger = of(STRANGER);
            DeniedException denied = assertThrows(DeniedException.class, () -> stranger.evidence(STORE, OCCURRENCE));
            assertEquals(
                    "guest-1 may not READ_EVIDENCE in store S1: the right EXECUTE:X1 is missing. It is held by [op-1]",
                    denied.getMessage());
            assertThrows(DeniedException.class, () -> stranger.getEvidence(STORE, "c-1"));
            assertThrows(DeniedException.class, () -> stranger.content(STORE, "c-1"));
        }

        @Test
        void namesWhatIsNotThere() {
            under("c-1").attach(STORE, OCCURRENCE, SCREENSHOT, captured, "note");
            assertEquals(
                    "Store S1 has no evidence c-9. Its id is that of the command that attached it",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> of(OPERATOR).getEvidence(STORE, "c-9"))
                            .getMessage());
            assertEquals(
                    "Evidence c-1 of store S1 is a reference without bytes",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> of(OPERATOR).content(STORE, "c-1"))
                            .getMessage());
        }

        @Test
        void tellsContentThatTheStorageLostFromContentThatWasErased() {
            under("c-1").attach(STORE, OCCURRENCE, SCREENSHOT, captured, PICTURE);
            shop.storage.blobs().orElseThrow().erase(STORE, PICTURE.sha256());
            assertEquals(
                    "The storage lost the content " + Sha256.of(PICTURE.content())
                            + " of evidence c-1 in store S1, which nobody redacted. Restore it from a copy",
                    assertThrows(StorageException.class, () -> of(OPERATOR).content(STORE, "c-1"))
                            .getMessage());
        }
    }
}

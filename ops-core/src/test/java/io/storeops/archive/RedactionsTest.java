package io.storeops.archive;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.act.Caller;
import io.storeops.act.Commits;
import io.storeops.calendar.SettableClock;
import io.storeops.evidence.Anchor;
import io.storeops.evidence.Attachment;
import io.storeops.evidence.AuditChain;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.AuditRecord;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Redaction;
import io.storeops.evidence.Target;
import io.storeops.feedback.Proposal;
import io.storeops.feedback.SuggestionScope;
import io.storeops.feedback.WorkFeedback;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.Column;
import io.storeops.storage.CommitId;
import io.storeops.storage.Key;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Table;
import io.storeops.task.TaskTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RedactionsTest {
    private static final Target OCCURRENCE = Target.of("occurrence", "2.1/2024-06-16");
    private static final EvidenceKind SCREENSHOT = EvidenceKind.parse("SCREENSHOT");
    private static final Attachment NOTE = Attachment.of("text/plain", new byte[] {'1', '3', '8'});

    private final StoreFixture shop = StoreFixture.open();
    private final Archive manager = shop.ops.deskOf(MANAGER).archive();

    private Archive under(String command) {
        return shop.ops.deskOf(OPERATOR).under(CommandId.of(command)).archive();
    }

    private Evidence attach(String command, String reference) {
        return under(command).attach(STORE, OCCURRENCE, SCREENSHOT, shop.clock.instant(), reference, NOTE);
    }

    private AuditEntry lastLine() {
        return shop.trail().get(shop.trail().size() - 1);
    }

    private boolean kept() {
        return shop.storage.blobs().orElseThrow().find(STORE, NOTE.sha256()).isPresent();
    }

    private void assertIntact(Long... redacted) {
        List<AuditEntry> trail = shop.trail();
        assertEquals(
                new AuditChain.Intact(trail.size(), Optional.of(lastLine().anchor()), List.of(redacted)),
                manager.verify(STORE, List.of()));
    }

    private static void refused(String message, org.junit.jupiter.api.function.Executable redaction) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, redaction).getMessage());
    }

    @Nested
    class OfALineOfTheTrail {
        @Test
        void takesItsContentsAndLeavesItsHashesAndTheChain() {
            attach("c-1", "张三");
            AuditEntry before = lastLine();
            Anchor anchor = before.anchor();
            shop.ops.redact(STORE, Redaction.ofAuditLine(before.number()), "asked for on 2024-06-16");
            AuditEntry after = shop.trail().get((int) before.number() - 1);
            assertTrue(after.redacted());
            assertEquals(Optional.empty(), after.contents());
            assertEquals(before.hash(), after.hash());
            assertEquals(before.record(), after.record());
            assertIntact(before.number());
            assertTrue(manager.verify(STORE, List.of(anchor)) instanceof AuditChain.Intact);
        }

        @Test
        void isToldInTheTrailByWhoeverTheHostNames() {
            attach("c-1", "张三");
            long number = lastLine().number();
            shop.clock.set(shop.at("12:00"));
            shop.ops.redact(ActorId.of("dpo"), STORE, List.of(Redaction.ofAuditLine(number)), "asked for");
            AuditRecord record = lastLine().record();
            assertEquals("REDACT", record.act());
            assertEquals("HOST", record.right());
            assertEquals(ActorId.of("dpo"), record.actor());
            assertEquals(shop.at("12:00"), record.at());
            assertEquals(AuditRecord.Outcome.DONE, record.outcome());
            assertEquals(
                    "{\"reason\":\"asked for\",\"rows\":[{\"columns\":[\"before\",\"after\",\"salt\"],\"key\":[\""
                            + number + "\"],\"table\":\"audit\"}]}",
                    record.result().canonical());
            shop.ops.redact(STORE, Redaction.ofAuditLine(number), "asked for again");
            assertEquals(ActorId.SYSTEM, lastLine().record().actor());
            assertIntact(number);
        }

        @Test
        void isFoundBrokenWhenContentsAreTakenAwayByHandInstead() {
            attach("c-1", "张三");
            long number = lastLine().number();
            shop.storage.commit(Changes.of(STORE, CommitId.of("by hand"))
                    .redact(AuditEntry.TABLE, AuditEntry.key(STORE, number), AuditEntry.PERSONAL));
            assertEquals(
                    new AuditChain.Broken(
                            number,
                            "what it told of before and after is gone, and no later line says that it was redacted"),
                    manager.verify(STORE, List.of()));
        }
    }

    @Nested
    class OfAnItemOfEvidence {
        @Test
        void takesReferenceBytesAndWhatTheTrailTellsOfThem() {
            Evidence item = attach("c-1", "张三, 13800000000");
            AuditEntry line = lastLine();
            shop.ops.redact(STORE, Redaction.ofEvidence("c-1"), "asked for");
            Evidence left = manager.getEvidence(STORE, "c-1");
            assertEquals(Optional.empty(), left.reference());
            assertEquals(item.attachment(), left.attachment());
            assertEquals(item.capturedAt(), left.capturedAt());
            assertEquals(item.stamp(), left.stamp());
            assertFalse(kept());
            assertEquals(
                    Optional.empty(), shop.trail().get((int) line.number() - 1).contents());
            assertEquals(
                    "{\"reason\":\"asked for\",\"rows\":[{\"columns\":[\"reference\"],\"key\":[\"c-1\"],\"table\":\"evidence\"},"
                            + "{\"columns\":[\"before\",\"after\",\"salt\"],\"key\":[\"" + line.number()
                            + "\"],\"table\":\"audit\"}]}",
                    lastLine().record().result().canonical());
            assertIntact(line.number());
        }

        @Test
        void isSaidToWhoeverAsksForItsContent() {
            attach("c-1", "张三");
            shop.ops.redact(STORE, Redaction.ofEvidence("c-1"), "asked for");
            ContentErasedException erased =
                    assertThrows(ContentErasedException.class, () -> manager.content(STORE, "c-1"));
            assertEquals(
                    "The content of evidence c-1 in store S1 was erased on request. The lines REDACT of the audit trail say by"
                            + " whom and why",
                    erased.getMessage());
            assertEquals(STORE, erased.store());
            assertEquals("c-1", erased.evidence());
        }

        @Test
        void leavesBytesThatAnotherItemHasUntilThatIsRedactedToo() {
            attach("c-1", "first");
            attach("c-2", "second");
            shop.ops.redact(STORE, Redaction.ofEvidence("c-1"), "asked for");
            assertThrows(ContentErasedException.class, () -> manager.content(STORE, "c-1"));
            assertArrayEquals(NOTE.content(), manager.content(STORE, "c-2").content());
            shop.ops.redact(STORE, Redaction.ofEvidence("c-2"), "asked for");
            assertFalse(kept());
        }

        @Test
        void erasesTheBytesAtARepetitionIfItEndedBehindTheCommit() {
            attach("c-1", "张三");
            shop.storage.afterNextCommit(changes -> {
                throw new IllegalStateException("power failure");
            });
            assertThrows(
                    IllegalStateException.class,
                    () -> shop.ops.redact(STORE, Redaction.ofEvidence("c-1"), "asked for"));
            assertTrue(kept());
            shop.ops.redact(STORE, Redaction.ofEvidence("c-1"), "asked for");
            assertFalse(kept());
        }

        @Test
        void isNotUndoneByRepeatingTheCommandThatAttachedIt() {
            Instant captured = shop.clock.instant();
            under("c-1").attach(STORE, OCCURRENCE, SCREENSHOT, captured, NOTE);
            shop.ops.redact(STORE, Redaction.ofEvidence("c-1"), "asked for");
            under("c-1").attach(STORE, OCCURRENCE, SCREENSHOT, captured, NOTE);
            assertFalse(kept());
        }

        @Test
        void stillCountsAsEvidence() {
            attach("c-1", "张三");
            shop.ops.redact(STORE, Redaction.ofEvidence("c-1"), "asked for");
            assertEquals(
                    List.of("c-1"),
                    manager.evidence(STORE, OCCURRENCE).stream()
                            .map(Evidence::id)
                            .toList());
        }
    }

    @Nested
    class OfASuggestion {
        @Test
        void takesWhatTheTrailRepeatsOfIt() {
            StoreFixture office = StoreFixture.open();
            WorkFeedback operator = office.ops.deskOf(OPERATOR).feedback();
            operator.submit(STORE, new Proposal("SG1", SuggestionScope.S1, "A", "call Zhang San, 13800000000"));
            operator.amend(STORE, "SG1", 1, "call Zhang San at once");
            office.ops.redact(STORE, Redaction.of("suggestion", "SG1"), "asked to be forgotten");
            assertEquals(Optional.empty(), operator.getSuggestion(STORE, "SG1").text());
            assertFalse(
                    office.trail().toString().contains("Zhang San"),
                    office.trail().toString());
            assertInstanceOf(
                    AuditChain.Intact.class,
                    office.ops.deskOf(MANAGER).archive().verify(STORE, List.of()));
        }
    }

    @Nested
    class GoByWhatALineTellsOf {
        private final StoreFixture office = StoreFixture.open();

        private List<String> actsWithContents() {
            return office.trail().stream()
                    .filter(line -> line.contents().isPresent())
                    .map(line -> line.record().act())
                    .toList();
        }

        @Test
        void soAThingNamedAsItsStoreTakesNothingOfTheStore() {
            office.feedback(OPERATOR).submit(STORE, new Proposal("S1", SuggestionScope.S1, "A", "call Zhang San"));
            assertEquals(List.of("ENROL", "SUBMIT_SUGGESTION"), actsWithContents());
            office.ops.redact(STORE, Redaction.of("suggestion", "S1"), "asked to be forgotten");
            assertEquals(List.of("ENROL"), actsWithContents());
        }

        @Test
        void soATaskTakesTheLineOfTheAcceptanceThatGaveIt() {
            office.feedback(OPERATOR).submit(STORE, new Proposal("SG1", SuggestionScope.S1, "A", "count the shelf"));
            office.feedback(MANAGER)
                    .accept(STORE, "SG1", 1, new TaskTerms(OPERATOR, "call Zhang San", office.at("18:00")));
            office.ops.redact(STORE, Redaction.of("task", "suggestion/SG1"), "asked to be forgotten");
            assertEquals(List.of("ENROL", "SUBMIT_SUGGESTION"), actsWithContents());
            assertFalse(office.trail().toString().contains("Zhang San"));
        }
    }

    @Nested
    class OfWhatCannotBe {
        @Test
        void namesTheTablesThatHoldPersonalData() {
            refused(
                    "No table 'item' holds personal data. Those that do: [audit, evidence, handover, task, absence, notice, "
                            + "requirement, activity, activity_comment, activity_feedback, check_record, anomaly_episode, "
                            + "anomaly_feedback, anomaly_silence, checklist_line, daily_plan, plan_note, ticket, "
                            + "ticket_episode, suggestion, weekly_report]",
                    () -> shop.ops.redact(STORE, Redaction.of("item", "A"), "asked for"));
        }

        @Test
        void namesTheRowThatIsNotThere() {
            refused(
                    "Store S1 has no evidence [c-9] to redact",
                    () -> shop.ops.redact(STORE, Redaction.ofEvidence("c-9"), "asked for"));
            refused(
                    "Store S9 has no audit [1] to redact",
                    () -> shop.ops.redact(StoreId.of("S9"), Redaction.ofAuditLine(1), "asked for"));
        }

        @Test
        void namesTheColumnsOfTheKey() {
            refused(
                    "A row of audit is named by [number LONG], not by [1, 2]",
                    () -> shop.ops.redact(STORE, Redaction.of("audit", "1", "2"), "asked for"));
            refused(
                    "'first' is not of type LONG",
                    () -> shop.ops.redact(STORE, Redaction.of("audit", "first"), "asked for"));
        }

        @Test
        void needsAReasonAndARow() {
            attach("c-1", "张三");
            String needed = "A redaction names a reason and at least one row";
            refused(needed, () -> shop.ops.redact(STORE, Redaction.ofEvidence("c-1"), " "));
            refused(needed, () -> shop.ops.redact(OPERATOR, STORE, List.of(), "asked for"));
            refused("A row of audit is named by its key, which is missing", () -> Redaction.of("audit"));
        }

        @Test
        void changesNothing() {
            attach("c-1", "张三");
            int lines = shop.trail().size();
            assertThrows(
                    IllegalArgumentException.class,
                    () -> shop.ops.redact(
                            OPERATOR,
                            STORE,
                            List.of(Redaction.ofEvidence("c-1"), Redaction.ofEvidence("c-9")),
                            "asked"));
            assertEquals(lines, shop.trail().size());
            assertTrue(manager.getEvidence(STORE, "c-1").reference().isPresent());
        }
    }

    /** A table of a duty that this version does not have, with a key of two columns, whose rows may be replaced. */
    @Nested
    class OfAnyTableWithPersonalColumns {
        private record Remark(StoreId store, String topic, long number, Optional<String> text) {
            private static final Column<String> TOPIC = Column.text("topic", "about what");
            private static final Column<Long> NUMBER = Column.number("number", "from 1");
            private static final Column<String> TEXT = Column.text("text", "in somebody's words");
            static final Table<Remark> TABLE = Table.of("remark", Remark::store)
                    .column(TOPIC, Remark::topic)
                    .column(NUMBER, Remark::number)
                    .personal(TEXT, Remark::text)
                    .key(TOPIC, NUMBER)
                    .reads(row -> new Remark(row.store(), row.get(TOPIC), row.get(NUMBER), row.find(TEXT)));
        }

        @Test
        void takesThemAll() {
            SettableClock clock = SettableClock.at(Instant.EPOCH);
            MemoryStorage storage = MemoryStorage.empty(clock);
            Remark remark = new Remark(STORE, "prices", 3, Optional.of("张三 says"));
            storage.commit(Changes.of(STORE, CommitId.of("r")).insert(Remark.TABLE, remark));
            new Redactions(
                            storage,
                            new Commits(storage, clock, () -> "salt"),
                            List.of(Remark.TABLE, AuditEntry.TABLE, Evidence.TABLE))
                    .redact(
                            new Caller(ActorId.SYSTEM, CommandId.of("c-1")),
                            STORE,
                            List.of(Redaction.of("remark", "prices", "3")),
                            "asked for");
            assertEquals(
                    Optional.of(new Remark(STORE, "prices", 3, Optional.empty())),
                    storage.find(Remark.TABLE, Key.of(STORE, "prices", 3L)).map(row -> row.value()));
            assertEquals(
                    "{\"reason\":\"asked for\",\"rows\":[{\"columns\":[\"text\"],\"key\":[\"prices\",\"3\"],\"table\":\"remark\"}]}",
                    storage.find(AuditEntry.TABLE, AuditEntry.key(STORE, 1))
                            .orElseThrow()
                            .value()
                            .record()
                            .result()
                            .canonical());
        }
    }
}

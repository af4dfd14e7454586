package io.storeops.act;

import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.authority.Right;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.AuditRecord;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.evidence.Redaction;
import io.storeops.evidence.Target;
import io.storeops.failure.RefusedException;
import io.storeops.id.CommandId;
import io.storeops.json.Json;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is done without the evidence that it asks for (R3), shown with an act that changes nothing else. */
class ProofTest {
    private static final Target SWEEP = Target.of("occurrence", "2.2/2024-06-16");

    private static final EntryPoint FINISH = EntryPoint.act("FINISH", List.of(Right.COLLECT_AND_RELEASE));

    private final StoreFixture shop = StoreFixture.open();
    private final Acts acts = shop.acts(FINISH);
    private final AtomicInteger commands = new AtomicInteger();

    private record Finish(List<EvidenceNeed> needs) implements Act<String> {
        @Override
        public EntryPoint entry() {
            return FINISH;
        }

        @Override
        public String arguments() {
            return "";
        }

        @Override
        public Verdict decide(Context context) {
            return Verdict.done().telling("state", Json.of("done")).proving(new Proof(SWEEP, needs));
        }

        @Override
        public String recall(Context context, Written written) {
            return written.told().text("state");
        }
    }

    private String finish(String... needs) {
        CommandId command = CommandId.of("finish-" + commands.incrementAndGet());
        return acts.perform(
                new Caller(OPERATOR, command),
                STORE,
                new Finish(Stream.of(needs).map(EvidenceNeed::parse).toList()));
    }

    private void attach(Target target, String kind) {
        attach("attach-" + commands.incrementAndGet(), target, kind);
    }

    private void attach(String command, Target target, String kind) {
        shop.ops
                .deskOf(OPERATOR)
                .under(CommandId.of(command))
                .archive()
                .attach(STORE, target, EvidenceKind.parse(kind), shop.clock.instant(), "note");
    }

    private void assertMissing(String message, String... needs) {
        RefusedException refused = assertThrows(RefusedException.class, () -> finish(needs));
        assertEquals("FINISH in store S1 refused, EVIDENCE_MISSING: " + message, refused.getMessage());
    }

    @Test
    void isAskedForKindByKind() {
        String[] needs = {"SCREENSHOT_BEFORE", "SCREENSHOT_AFTER", "CHANNEL_RECEIPT:WORK_GROUP"};
        assertMissing(
                "occurrence/2.2/2024-06-16 has no evidence of [SCREENSHOT_BEFORE, SCREENSHOT_AFTER,"
                        + " CHANNEL_RECEIPT:WORK_GROUP]; it has []. Attach it first",
                needs);
        attach(SWEEP, "SCREENSHOT_AFTER");
        attach(SWEEP, "CHANNEL_RECEIPT:DATA_GROUP");
        assertMissing(
                "occurrence/2.2/2024-06-16 has no evidence of [SCREENSHOT_BEFORE, CHANNEL_RECEIPT:WORK_GROUP]; it has"
                        + " [SCREENSHOT_AFTER, CHANNEL_RECEIPT:DATA_GROUP]. Attach it first",
                needs);
        attach(SWEEP, "SCREENSHOT_BEFORE");
        attach(SWEEP, "CHANNEL_RECEIPT:WORK_GROUP");
        assertEquals("done", finish(needs));
    }

    @Test
    void ofSomethingElseDoesNotCount() {
        attach(Target.of("occurrence", "2.2/2024-06-17"), "SCREENSHOT");
        attach(Target.of("suggestion", "2.2/2024-06-16"), "SCREENSHOT");
        assertMissing(
                "occurrence/2.2/2024-06-16 has no evidence of [SCREENSHOT]; it has []. Attach it first", "SCREENSHOT");
    }

    @Test
    void isOneOfTheVariantsThatAreNamed() {
        attach(SWEEP, "FEEDBACK:REPORT");
        assertMissing(
                "occurrence/2.2/2024-06-16 has no evidence of [FEEDBACK:ORAL|WECHAT]; it has [FEEDBACK:REPORT]. Attach it"
                        + " first",
                "FEEDBACK:ORAL|WECHAT");
        attach(SWEEP, "FEEDBACK:WECHAT");
        assertEquals("done", finish("FEEDBACK:ORAL|WECHAT"));
    }

    @Test
    void countsOnWhenItIsRedacted() {
        attach("c-1", SWEEP, "SCREENSHOT");
        shop.ops.redact(STORE, Redaction.ofEvidence("c-1"), "asked for");
        assertEquals("done", finish("SCREENSHOT"));
    }

    @Test
    void thatIsMissingLeavesARefusedLineAndNothingElse() {
        int lines = shop.trail().size();
        assertThrows(RefusedException.class, () -> finish("SCREENSHOT"));
        List<AuditEntry> trail = shop.trail();
        assertEquals(lines + 1, trail.size());
        assertEquals(AuditRecord.Outcome.REFUSED, trail.get(lines).record().outcome());
        assertTrue(trail.get(lines).contents().isEmpty());
    }
}

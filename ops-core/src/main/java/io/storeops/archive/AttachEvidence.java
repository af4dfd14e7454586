package io.storeops.archive;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Attachment;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.id.CommandId;
import io.storeops.json.Json;
import io.storeops.position.Rules.EvidenceLimits;
import io.storeops.storage.Key;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The act of attaching an item of evidence (R4). The bytes are kept by then, or the act would refuse them.
 *
 * @param command the command, whose id the item gets
 * @param target what it is evidence of
 * @param kind its kind
 * @param capturedAt when it was captured
 * @param exhibit what is attached
 * @param keepsBytes whether the storage keeps bytes
 */
record AttachEvidence(
        CommandId command, Target target, EvidenceKind kind, Instant capturedAt, Exhibit exhibit, boolean keepsBytes)
        implements Act<Evidence> {
    private static final EvidenceKind ORAL_FEEDBACK = EvidenceKind.parse("FEEDBACK:ORAL");

    /** What is attached: a reference, bytes, or both. */
    record Exhibit(Optional<String> reference, Optional<Attachment> attachment) {}

    @Override
    public EntryPoint entry() {
        return ArchiveModule.ATTACH;
    }

    @Override
    public String arguments() {
        return told().canonical();
    }

    @Override
    public Verdict decide(Context context) {
        return refusal(context)
                .<Verdict>map(Verdict.Refused::new)
                .orElseGet(() -> Verdict.done(Edit.insert(Evidence.TABLE, item(context))));
    }

    private Evidence item(Context context) {
        return new Evidence(
                context.store().id(),
                command.value(),
                target,
                kind,
                exhibit.reference(),
                exhibit.attachment()
                        .map(bytes -> new Evidence.Attached(bytes.sha256(), bytes.contentType(), bytes.size())),
                capturedAt,
                context.stamp());
    }

    private Json told() {
        Map<String, Json> told = new TreeMap<>();
        told.put("target", Json.of(target.toString()));
        told.put("kind", Json.of(kind.toString()));
        told.put("capturedAt", Json.of(capturedAt.toString()));
        exhibit.reference().ifPresent(reference -> told.put("reference", Json.of(reference)));
        exhibit.attachment().ifPresent(bytes -> {
            told.put("contentType", Json.of(bytes.contentType()));
            told.put("size", Json.of(bytes.size()));
            told.put("sha256", Json.of(bytes.sha256().hex()));
        });
        return Json.object(told);
    }

    Optional<Refusal> refusal(Context context) {
        if (context.rows()
                .find(Evidence.TABLE, Key.of(context.store().id(), command.value()))
                .isPresent()) {
            return refuse(
                    "EXISTS",
                    "there is an item of evidence " + command + ", which somebody else attached under a command of the"
                            + " same id; repeat it under another one");
        }
        if (capturedAt.isAfter(context.now())) {
            return refuse(
                    "FROM_THE_FUTURE",
                    "it is said to be captured at " + capturedAt + ", now is " + context.now()
                            + "; correct the instant, or the clock that it comes from");
        }
        if (exhibit.reference().filter(String::isBlank).isPresent()) {
            return refuse("NO_REFERENCE", "the reference is blank; give a link, a receipt or a note");
        }
        if (kind.equals(ORAL_FEEDBACK) && exhibit.reference().isEmpty()) {
            return refuse(
                    "NO_REFERENCE", "oral feedback counts with a written note of whom it was given to and when (R81)");
        }
        return exhibit.attachment()
                .flatMap(bytes -> refusal(bytes, context.roster().evidence()));
    }

    private Optional<Refusal> refusal(Attachment bytes, EvidenceLimits limits) {
        if (!keepsBytes) {
            return refuse(
                    "NO_PLACE_FOR_BYTES",
                    "the storage keeps rows only; give a reference to where the bytes are, or use another storage");
        }
        if (!limits.contentTypes().contains(bytes.contentType())) {
            return refuse(
                    "CONTENT_TYPE_NOT_TAKEN",
                    "it is declared " + bytes.contentType() + "; the roster takes " + limits.contentTypes());
        }
        if (bytes.size() > limits.maxBytes()) {
            return refuse(
                    "TOO_LARGE", "it has " + bytes.size() + " bytes; the roster takes at most " + limits.maxBytes());
        }
        if (!bytes.bears()) {
            return refuse(
                    "NOT_WHAT_IT_SAYS",
                    "it is declared " + bytes.contentType() + "; its bytes can be "
                            + (bytes.sniffed().isEmpty() ? "none of the types that are known" : bytes.sniffed()));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refuse(String code, String detail) {
        return Optional.of(new Refusal(code, detail));
    }

    @Override
    public Evidence recall(Context context, Written written) {
        return written.get(Evidence.TABLE);
    }
}

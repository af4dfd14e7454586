package io.storeops.act;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Attachment;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.storage.Blobs;
import io.storeops.storage.Key;
import java.util.Optional;

/**
 * A file that an act itself makes, and that is evidence from its commit on: a checklist, a report. Its item of evidence has the id of
 * the command, as one that a person attaches (R4), and is captured at the instant of the act. Immutable.
 *
 * @param target what it is about
 * @param kind what kind of evidence
 * @param content the file
 */
public record Exhibit(Target target, EvidenceKind kind, Attachment content) {
    /** Checks for null. */
    public Exhibit {
        requireNonNull(target, "target");
        requireNonNull(kind, "kind");
        requireNonNull(content, "content");
    }

    /** Why it cannot be kept: another item has the id. */
    Optional<Refusal> refusal(Context context, Caller caller) {
        return context.rows()
                .find(
                        Evidence.TABLE,
                        Key.of(context.store().id(), caller.command().value()))
                .map(known -> new Refusal(
                        "EXISTS",
                        "there is an item of evidence " + caller.command() + " by "
                                + known.value().stamp().by() + " already; repeat the command under another id"));
    }

    /** The item: with the bytes, or with their name where the storage keeps rows only. */
    Edit<Evidence> item(Context context, Caller caller, Optional<Blobs> blobs) {
        return Edit.insert(
                Evidence.TABLE,
                new Evidence(
                        context.store().id(),
                        caller.command().value(),
                        target,
                        kind,
                        blobs.isPresent() ? Optional.empty() : Optional.of("sha256:" + content.sha256()),
                        blobs.map(
                                kept -> new Evidence.Attached(content.sha256(), content.contentType(), content.size())),
                        context.now(),
                        context.stamp()));
    }
}

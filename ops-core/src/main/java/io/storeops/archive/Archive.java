package io.storeops.archive;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Acts;
import io.storeops.act.Caller;
import io.storeops.act.Context;
import io.storeops.act.PersonalActs;
import io.storeops.evidence.Anchor;
import io.storeops.evidence.Attachment;
import io.storeops.evidence.AuditChain;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.failure.FaultKind;
import io.storeops.id.StoreId;
import io.storeops.storage.Blobs;
import io.storeops.storage.Query;
import io.storeops.storage.StorageException;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Evidence and the audit trail in the hands of one person. Every method throws {@link io.storeops.failure.DeniedException} if the
 * person may not, and {@link io.storeops.failure.NotEnrolledException} if the store is not known. Thread-safe.
 */
public final class Archive {
    private final PersonalActs person;
    private final @Nullable Blobs blobs;

    /**
     * The archive of a person.
     *
     * @param person the person's acts
     * @param blobs where the bytes of evidence are kept; empty if the storage keeps rows only
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public Archive(PersonalActs person, Optional<Blobs> blobs) {
        this.person = requireNonNull(person, "person");
        this.blobs = blobs.orElse(null);
    }

    /**
     * Attaches evidence that is a text: a link, a receipt, a note. Added, never replaced; a correction is a further item (R4).
     * Its id is the id of the command, so that repeating the command gives the item attached first (R10).
     *
     * @param store the store
     * @param target what it is about
     * @param kind what kind of evidence
     * @param capturedAt when it was captured, not after now; kept to the microsecond
     * @param reference the text, not blank
     * @return the item
     * @throws io.storeops.failure.RefusedException FROM_THE_FUTURE, NO_REFERENCE, EXISTS if somebody else attached an item under a
     *     command of the same id
     */
    public Evidence attach(StoreId store, Target target, EvidenceKind kind, Instant capturedAt, String reference) {
        requireNonNull(reference, "reference");
        return attach(
                store, target, kind, capturedAt, new AttachEvidence.Exhibit(Optional.of(reference), Optional.empty()));
    }

    /**
     * Attaches evidence that is bytes, as {@link #attach(StoreId, Target, EvidenceKind, Instant, String)}. The roster limits size
     * and types; the bytes must be what they are declared to be.
     *
     * @param store the store
     * @param target what it is about
     * @param kind what kind of evidence
     * @param capturedAt when it was captured, not after now; kept to the microsecond
     * @param attachment the bytes
     * @return the item
     * @throws io.storeops.failure.RefusedException EXISTS, FROM_THE_FUTURE, NO_REFERENCE (oral feedback needs a note, R81), TOO_LARGE,
     *     CONTENT_TYPE_NOT_TAKEN, NOT_WHAT_IT_SAYS, NO_PLACE_FOR_BYTES
     */
    public Evidence attach(StoreId store, Target target, EvidenceKind kind, Instant capturedAt, Attachment attachment) {
        requireNonNull(attachment, "attachment");
        return attach(
                store, target, kind, capturedAt, new AttachEvidence.Exhibit(Optional.empty(), Optional.of(attachment)));
    }

    /**
     * Attaches evidence that is bytes with a text beside them, as the other two together.
     *
     * @param store the store
     * @param target what it is about
     * @param kind what kind of evidence
     * @param capturedAt when it was captured, not after now; kept to the microsecond
     * @param reference the text, not blank
     * @param attachment the bytes
     * @return the item
     * @throws io.storeops.failure.RefusedException the codes of the other two
     */
    public Evidence attach(
            StoreId store,
            Target target,
            EvidenceKind kind,
            Instant capturedAt,
            String reference,
            Attachment attachment) {
        requireNonNull(reference, "reference");
        requireNonNull(attachment, "attachment");
        return attach(
                store,
                target,
                kind,
                capturedAt,
                new AttachEvidence.Exhibit(Optional.of(reference), Optional.of(attachment)));
    }

    private Evidence attach(
            StoreId store, Target target, EvidenceKind kind, Instant capturedAt, AttachEvidence.Exhibit exhibit) {
        Caller who = person.caller();
        Acts acts = person.acts();
        AttachEvidence act = new AttachEvidence(
                who.command(),
                requireNonNull(target, "target"),
                requireNonNull(kind, "kind"),
                capturedAt.truncatedTo(ChronoUnit.MICROS),
                exhibit,
                blobs != null);
        // A repeated command keeps nothing again: what it attached may have been erased since.
        boolean first = acts.findRecord(who, store).isEmpty();
        if (exhibit.attachment().isEmpty() || blobs == null || !first) {
            return acts.perform(who, store, act);
        }
        AttachedBytes bytes = new AttachedBytes(blobs, exhibit.attachment().get());
        Context context = acts.before(who, store, act, Function.identity());
        if (act.refusal(context).isEmpty()) {
            bytes.keep(context);
        }
        return bytes.around(context, () -> acts.perform(who, store, act));
    }

    /**
     * The evidence about something, in the order of attaching.
     *
     * @param store the store
     * @param target what it is about
     * @return the items, those included of which something was redacted
     */
    public List<Evidence> evidence(StoreId store, Target target) {
        return person.look(
                store,
                ArchiveModule.READ_EVIDENCE,
                context -> List.copyOf(context.rows()
                        .all(Query.of(Evidence.TABLE, store, Evidence.BY_TARGET).where(target))));
    }

    /**
     * An item of evidence.
     *
     * @param store the store
     * @param id its id
     * @return the item
     * @throws IllegalArgumentException if there is none of this id
     */
    public Evidence getEvidence(StoreId store, String id) {
        return person.look(store, ArchiveModule.READ_EVIDENCE, context -> Items.get(context, id))
                .value();
    }

    /**
     * The bytes of an item of evidence.
     *
     * @param store the store
     * @param id the item's id
     * @return the bytes, checked against their SHA-256
     * @throws IllegalArgumentException if there is no item of this id, or it never had bytes
     * @throws ContentErasedException if they were redacted
     * @throws StorageException if the storage lost them, or what it has is something else
     */
    public Attachment content(StoreId store, String id) {
        return person.look(store, ArchiveModule.READ_CONTENT, context -> content(Items.get(context, id)));
    }

    private Attachment content(Versioned<Evidence> item) {
        Evidence evidence = item.value();
        Evidence.Attached attached = evidence.attachment()
                .orElseThrow(() -> new IllegalArgumentException("Evidence " + evidence.id() + " of store "
                        + evidence.store() + " is a reference without bytes"));
        if (Items.redacted(item)) {
            throw new ContentErasedException(evidence.store(), evidence.id());
        }
        byte[] content = Optional.ofNullable(blobs)
                .flatMap(kept -> kept.find(evidence.store(), attached.sha256()))
                .orElseThrow(() -> new StorageException(
                        FaultKind.NOT_FOUND,
                        "The storage lost the content " + attached.sha256() + " of evidence " + evidence.id()
                                + " in store " + evidence.store() + ", which nobody redacted. Restore it from a copy"));
        return Attachment.of(attached.contentType(), content);
    }

    /**
     * Lines of the audit trail.
     *
     * @param store the store
     * @param from the number of the first line wanted, 1 or more
     * @param limit how many lines at most, 1 to 100,000
     * @return the lines in order; fewer than the limit if the trail ends before. The next ones begin behind the last's number
     * @throws IllegalArgumentException if the limit is out of range
     */
    public List<AuditEntry> trail(StoreId store, long from, int limit) {
        return person.look(
                store,
                ArchiveModule.READ_TRAIL,
                context ->
                        context
                                .rows()
                                .select(Query.of(AuditEntry.TABLE, store)
                                        .from(from)
                                        .limit(limit))
                                .items()
                                .stream()
                                .map(Versioned::value)
                                .toList());
    }

    /**
     * The lines of the audit trail about one thing: what was done with it, or tried.
     *
     * @param store the store
     * @param target the thing, as in {@code suggestion/SG1}
     * @return the lines in the order of the chain
     */
    public List<AuditEntry> trail(StoreId store, Target target) {
        return person.look(
                store,
                ArchiveModule.READ_TRAIL,
                context -> List.copyOf(context.rows()
                        .all(Query.of(AuditEntry.TABLE, store, AuditEntry.BY_TARGET)
                                .where(target.toString()))));
    }

    /**
     * The head of the audit chain as it stands, to be kept where whoever could change the trail cannot reach it.
     *
     * @param store the store
     * @return the last line as an anchor, empty if there is none
     */
    public Optional<Anchor> head(StoreId store) {
        return person.look(store, ArchiveModule.READ_TRAIL, context -> AuditEntry.head(context.rows()));
    }

    /**
     * Checks the whole audit chain of a store; see {@link AuditChain} for what it finds and what it cannot.
     *
     * @param store the store
     * @param anchors heads of the chain that were kept elsewhere; without any, lines cut off at the end are not found
     * @return what was found
     * @throws IllegalArgumentException if an anchor is another store's
     */
    public AuditChain.Result verify(StoreId store, List<Anchor> anchors) {
        return person.look(store, ArchiveModule.VERIFY_TRAIL, context -> AuditChain.check(context.rows(), anchors));
    }
}

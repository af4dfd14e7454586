package io.storeops.evidence;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An item of evidence (职责成果见证): added, never replaced; a correction is a further item (R4). Only its personal data can be
 * redacted; that it was there, of which kind, by whom and when, stays.
 *
 * @param store the store
 * @param id its name, unique in the store: the id of the command that attached it
 * @param target what it is about
 * @param kind what kind of evidence
 * @param reference where it is, or what was said: a link, a receipt, a note; empty if it is bytes only, or was redacted
 * @param attachment the bytes that were attached, if they were
 * @param capturedAt when it was captured, by whoever captured it
 * @param stamp who attached it, when and under which rules
 */
public record Evidence(
        StoreId store,
        String id,
        Target target,
        EvidenceKind kind,
        Optional<String> reference,
        Optional<Attached> attachment,
        Instant capturedAt,
        Stamp stamp) {
    private static final Column<String> ID = Column.text("evidence_id", "the command that attached it");
    private static final Column<Target> TARGET =
            Column.text("target", "what it is about").as(Target.class, Target::parse, Target::toString);
    private static final Column<EvidenceKind> KIND = Column.text("kind", "what kind of evidence")
            .as(EvidenceKind.class, EvidenceKind::parse, EvidenceKind::toString);
    private static final Column<String> REFERENCE = Column.text("reference", "a link, a receipt or a note");
    private static final Column<Sha256> SHA256 =
            Column.text("sha256", "SHA-256 of the attached bytes").as(Sha256.class, Sha256::parse, Sha256::hex);
    private static final Column<String> TYPE = Column.text("content_type", "what the bytes are");
    private static final Column<Long> SIZE = Column.number("size_bytes", "how many bytes");
    private static final Column<Instant> CAPTURED = Column.instant("captured_at", "when it was captured");
    private static final Column<Instant> RECORDED = Column.instant("recorded_at", "when it was attached");
    private static final Column<ActorId> AUTHOR = Column.actor("author_id", "who attached it");
    private static final ColumnGroup<Attached> ATTACHED = ColumnGroup.of(Attached.class)
            .column(SHA256, Attached::sha256)
            .column(TYPE, Attached::contentType)
            .column(SIZE, Attached::size)
            .reads(row -> new Attached(row.get(SHA256), row.get(TYPE), row.get(SIZE)));
    private static final ColumnGroup<Stamp> STAMP = Stamp.columns(RECORDED, AUTHOR);

    /** The access path by what it is about, in the order of attaching. */
    public static final String BY_TARGET = "by_target";

    /** The columns that a redaction removes. */
    public static final List<Column<?>> PERSONAL = List.of(REFERENCE);

    /** The table of evidence. */
    public static final Table<Evidence> TABLE = Table.of("evidence", Evidence::store)
            .column(ID, Evidence::id)
            .column(TARGET, Evidence::target)
            .column(KIND, Evidence::kind)
            .personal(REFERENCE, Evidence::reference)
            .optional(ATTACHED, Evidence::attachment)
            .column(CAPTURED, Evidence::capturedAt)
            .group(STAMP, Evidence::stamp)
            .key(ID)
            .path(BY_TARGET, TARGET, RECORDED)
            .appendOnly()
            .reads(row -> new Evidence(
                    row.store(),
                    row.get(ID),
                    row.get(TARGET),
                    row.get(KIND),
                    row.find(REFERENCE),
                    row.find(ATTACHED),
                    row.get(CAPTURED),
                    row.get(STAMP)));

    /**
     * What is known of attached bytes.
     *
     * @param sha256 their SHA-256, by which the storage keeps them
     * @param contentType what they are, as in image/png
     * @param size how many, 0 or more
     */
    public record Attached(Sha256 sha256, String contentType, long size) {
        /** Checks for null. */
        public Attached {
            requireNonNull(sha256, "sha256");
            requireNonNull(contentType, "contentType");
        }
    }

    /** Checks for null. */
    public Evidence {
        requireNonNull(store, "store");
        requireNonNull(id, "id");
        requireNonNull(target, "target");
        requireNonNull(kind, "kind");
        requireNonNull(reference, "reference");
        requireNonNull(attachment, "attachment");
        requireNonNull(capturedAt, "capturedAt");
        requireNonNull(stamp, "stamp");
    }

    /**
     * The key of its row.
     *
     * @return the key
     */
    public Key key() {
        return Key.of(store, id);
    }
}

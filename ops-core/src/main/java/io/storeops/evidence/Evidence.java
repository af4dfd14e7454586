package io.storeops.evidence;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
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
 * @param recordedAt when it was attached, by the clock of the library
 * @param author who attached it
 * @param rules the version of the position description in force (R1)
 */
public record Evidence(
        StoreId store,
        String id,
        Target target,
        EvidenceKind kind,
        Optional<String> reference,
        Optional<Attached> attachment,
        Instant capturedAt,
        Instant recordedAt,
        ActorId author,
        String rules) {
    private static final Column<String> ID = Column.text("evidence_id", "the command that attached it");
    private static final Column<String> TARGET = Column.text("target", "what it is about");
    private static final Column<String> KIND = Column.text("kind", "what kind of evidence");
    private static final Column<String> REFERENCE = Column.text("reference", "a link, a receipt or a note");
    private static final Column<String> SHA256 = Column.text("sha256", "SHA-256 of the attached bytes");
    private static final Column<String> TYPE = Column.text("content_type", "what the bytes are");
    private static final Column<Long> SIZE = Column.number("size_bytes", "how many bytes");
    private static final Column<Instant> CAPTURED = Column.instant("captured_at", "when it was captured");
    private static final Column<Instant> RECORDED = Column.instant("recorded_at", "when it was attached");
    private static final Column<String> AUTHOR = Column.text("author_id", "who attached it");
    private static final Column<String> RULES = Column.text("rules_version", "the version of the roster in force");

    /** The access path by what it is about, in the order of attaching. */
    public static final String BY_TARGET = "by_target";

    /** The columns that a redaction removes. */
    public static final List<Column<?>> PERSONAL = List.of(REFERENCE);

    /** The table of evidence. */
    public static final Table<Evidence> TABLE = Table.of("evidence", Evidence::store)
            .column(ID, Evidence::id)
            .column(TARGET, item -> item.target().toString())
            .column(KIND, item -> item.kind().toString())
            .personal(REFERENCE, Evidence::reference)
            .optional(
                    SHA256,
                    item -> item.attachment().map(attached -> attached.sha256().hex()))
            .optional(TYPE, item -> item.attachment().map(Attached::contentType))
            .optional(SIZE, item -> item.attachment().map(Attached::size))
            .column(CAPTURED, Evidence::capturedAt)
            .column(RECORDED, Evidence::recordedAt)
            .column(AUTHOR, item -> item.author().value())
            .column(RULES, Evidence::rules)
            .key(ID)
            .path(BY_TARGET, TARGET, RECORDED)
            .appendOnly()
            .reads(row -> new Evidence(
                    row.store(),
                    row.get(ID),
                    Target.parse(row.get(TARGET)),
                    EvidenceKind.parse(row.get(KIND)),
                    row.find(REFERENCE),
                    row.find(SHA256).map(hex -> new Attached(Sha256.parse(hex), row.get(TYPE), row.get(SIZE))),
                    row.get(CAPTURED),
                    row.get(RECORDED),
                    ActorId.of(row.get(AUTHOR)),
                    row.get(RULES)));

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
        requireNonNull(recordedAt, "recordedAt");
        requireNonNull(author, "author");
        requireNonNull(rules, "rules");
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

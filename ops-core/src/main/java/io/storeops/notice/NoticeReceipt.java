package io.storeops.notice;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Stamp;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * A department's word that it got a notice (R68), this one and none that replaces it or that it replaces (D55). Never changed.
 *
 * @param store the store
 * @param noticeId the notice
 * @param department the department that the notice is for
 * @param by the department that gave its word: the same, or one that belongs to it (D54)
 * @param owedFrom since when it was owed: the first acceptance of the notice, as it was known then
 * @param owedBy by when it was owed, included, as it was judged then; empty where the roster had no limit
 * @param given who gave it, when, under which rules (R1)
 */
public record NoticeReceipt(
        StoreId store,
        String noticeId,
        String department,
        String by,
        Instant owedFrom,
        Optional<Instant> owedBy,
        Stamp given) {
    private static final Column<String> NOTICE = Column.text("notice_id", "the notice");
    private static final Column<String> DEPARTMENT = Column.text("department", "the department that it is for");
    private static final Column<String> BY = Column.text("given_for", "the department that gave its word");
    private static final Column<Instant> OWED_FROM = Column.instant("owed_from", "since when it was owed");
    private static final Column<Instant> OWED_BY = Column.instant("owed_by", "by when it was owed, included");
    private static final Column<Instant> GIVEN_AT = Column.instant("given_at", "when");
    private static final ColumnGroup<Stamp> GIVEN = Stamp.columns(GIVEN_AT, Column.actor("given_by", "who gave it"));

    /** The access path by when receipts were given. */
    static final String BY_GIVEN = "by_given";

    static final Table<NoticeReceipt> TABLE = Table.of("notice_receipt", NoticeReceipt::store)
            .column(NOTICE, NoticeReceipt::noticeId)
            .column(DEPARTMENT, NoticeReceipt::department)
            .column(BY, NoticeReceipt::by)
            .column(OWED_FROM, NoticeReceipt::owedFrom)
            .optional(OWED_BY, NoticeReceipt::owedBy)
            .group(GIVEN, NoticeReceipt::given)
            .key(NOTICE, DEPARTMENT)
            .path(BY_GIVEN, GIVEN_AT)
            .appendOnly()
            .reads(row -> new NoticeReceipt(
                    row.store(),
                    row.get(NOTICE),
                    row.get(DEPARTMENT),
                    row.get(BY),
                    row.get(OWED_FROM),
                    row.find(OWED_BY),
                    row.get(GIVEN)));

    /** Checks for null. */
    public NoticeReceipt {
        requireNonNull(store, "store");
        requireNonNull(noticeId, "noticeId");
        requireNonNull(department, "department");
        requireNonNull(by, "by");
        requireNonNull(owedFrom, "owedFrom");
        requireNonNull(owedBy, "owedBy");
        requireNonNull(given, "given");
    }

    /**
     * Whether it was given after it was owed. The due instant itself is in time.
     *
     * @return false where nothing said by when
     */
    public boolean late() {
        return owedBy.filter(due -> given.at().isAfter(due)).isPresent();
    }
}

package io.storeops.notice;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Stamp;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Table;

/**
 * A department's word that it got a notice (R68). Never changed.
 *
 * @param store the store
 * @param noticeId the notice
 * @param department the department that the notice is for
 * @param by the department that gave its word: the same, or one that belongs to it (D54)
 * @param given who gave it, when, under which rules (R1)
 */
public record NoticeReceipt(StoreId store, String noticeId, String department, String by, Stamp given) {
    private static final Column<String> NOTICE = Column.text("notice_id", "the notice");
    private static final Column<String> DEPARTMENT = Column.text("department", "the department that it is for");
    private static final Column<String> BY = Column.text("given_for", "the department that gave its word");
    private static final ColumnGroup<Stamp> GIVEN =
            Stamp.columns(Column.instant("given_at", "when"), Column.actor("given_by", "who gave it"));

    static final Table<NoticeReceipt> TABLE = Table.of("notice_receipt", NoticeReceipt::store)
            .column(NOTICE, NoticeReceipt::noticeId)
            .column(DEPARTMENT, NoticeReceipt::department)
            .column(BY, NoticeReceipt::by)
            .group(GIVEN, NoticeReceipt::given)
            .key(NOTICE, DEPARTMENT)
            .appendOnly()
            .reads(row ->
                    new NoticeReceipt(row.store(), row.get(NOTICE), row.get(DEPARTMENT), row.get(BY), row.get(GIVEN)));

    /** Checks for null. */
    public NoticeReceipt {
        requireNonNull(store, "store");
        requireNonNull(noticeId, "noticeId");
        requireNonNull(department, "department");
        requireNonNull(by, "by");
        requireNonNull(given, "given");
    }
}

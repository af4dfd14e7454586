package io.storeops.act;

import static java.util.Objects.requireNonNull;

import io.storeops.authority.Limit;
import io.storeops.evidence.Target;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import java.time.LocalDate;

/**
 * How often a limit was used on a date. Replaced in the commit of every act that it counts, so that acts at the same time
 * cannot both be the last one allowed.
 *
 * @param store the store
 * @param date the date in the store's zone
 * @param limit the limit's name
 * @param actor the person counted, {@link #ALL} if the limit counts all together
 * @param subject the thing counted, {@link #ALL} if the limit counts all together
 * @param used how often, 1 or more
 */
record LimitUse(StoreId store, LocalDate date, String limit, String actor, String subject, long used) {
    /** Stands where nobody, or nothing, is counted apart. */
    static final String ALL = "*";

    private static final Column<LocalDate> DATE = Column.date("use_date", "the date in the store's zone");
    private static final Column<String> LIMIT = Column.text("limit_name", "the limit of the roster");
    private static final Column<String> ACTOR = Column.text("actor_id", "the person counted, or *");
    private static final Column<String> SUBJECT = Column.text("subject", "the thing counted, or *");
    private static final Column<Long> USED = Column.number("used", "how often the limited act was done");

    static final Table<LimitUse> TABLE = Table.of("limit_use", LimitUse::store)
            .column(DATE, LimitUse::date)
            .column(LIMIT, LimitUse::limit)
            .column(ACTOR, LimitUse::actor)
            .column(SUBJECT, LimitUse::subject)
            .column(USED, LimitUse::used)
            .key(DATE, LIMIT, ACTOR, SUBJECT)
            .reads(row -> new LimitUse(
                    row.store(), row.get(DATE), row.get(LIMIT), row.get(ACTOR), row.get(SUBJECT), row.get(USED)));

    LimitUse {
        requireNonNull(store, "store");
        requireNonNull(date, "date");
        requireNonNull(limit, "limit");
        requireNonNull(actor, "actor");
        requireNonNull(subject, "subject");
    }

    /** The first use of a limit. */
    static LimitUse first(Context context, Limit limit, Target subject) {
        return new LimitUse(
                context.store().id(),
                context.today(),
                limit.name(),
                limit.per().contains(Limit.Per.ACTOR) ? context.actor().value() : ALL,
                limit.per().contains(Limit.Per.SUBJECT) ? subject.toString() : ALL,
                1);
    }

    LimitUse again() {
        return new LimitUse(store, date, limit, actor, subject, used + 1);
    }

    Key key() {
        return Key.of(store, date, limit, actor, subject);
    }
}

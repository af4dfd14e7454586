package io.storeops.reporting;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.calendar.SlotId;
import io.storeops.evidence.Target;
import io.storeops.figures.MissingValue;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.publishing.Delivery;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release as it was decided: never changed. Whether it is QUEUED or PUBLISHED is not here but with its delivery, so the
 * two can never disagree.
 *
 * @param store the store
 * @param slot the slot that the release's boundary closes
 * @param version 1 as first sent, 2 and on for corrections
 * @param dueAt when the first version is due (R24)
 * @param composedAt when it was decided, by the clock of the library
 * @param author who decided it
 * @param missing what was missing at its own boundary; empty for a complete release (R31)
 * @param pins which readings it shows
 * @param changes what a correction changes; empty for version 1
 */
record ReleaseEntry(
        StoreId store,
        SlotId slot,
        int version,
        Instant dueAt,
        Instant composedAt,
        ActorId author,
        List<MissingValue> missing,
        Pins pins,
        List<SlotChange> changes) {
    private static final Pattern MESSAGE_ID = Pattern.compile("release/([0-9-]{10}#[0-9]+)/v([0-9]{1,9})");

    private static final Column<LocalDate> DATE = Column.date("data_date", "the date in the store's zone");
    private static final Column<Integer> SLOT =
            Column.count("slot", "the slot that the release's boundary closes, from 1");
    private static final Column<Integer> VERSION = Column.count("version", "1 as first sent, 2 and on for corrections");
    private static final Column<Instant> DUE = Column.instant("due_at", "when the first version is due");
    private static final Column<Instant> COMPOSED = Column.instant("composed_at", "when it was decided");
    private static final Column<ActorId> AUTHOR = Column.actor("author_id", "who decided it");
    private static final Column<String> MESSAGE = Column.text("message_id", "its message in the table of deliveries");
    private static final Column<Boolean> COMPLETE =
            Column.flag("complete", "whether nothing was missing at its boundary");
    private static final Column<List<MissingValue>> MISSING =
            Column.list("missing", "what was missing at its boundary", MissingValue::fromJson, MissingValue::toJson);
    private static final Column<Pins> PINS = Column.json("pins", "versions of the readings shown, by date and subject")
            .as(Pins.class, Pins::fromJson, Pins::toJson);
    private static final Column<List<SlotChange>> CHANGES =
            Column.list("changes", "what a correction changes, old and new", SlotChange::fromJson, SlotChange::toJson);
    private static final ColumnGroup<SlotId> SLOT_ID = ColumnGroup.of(SlotId.class)
            .column(DATE, SlotId::date)
            .column(SLOT, SlotId::number)
            .reads(row -> SlotId.of(row.get(DATE), row.get(SLOT)));

    static final Table<ReleaseEntry> TABLE = Table.of("release", ReleaseEntry::store)
            .group(SLOT_ID, ReleaseEntry::slot)
            .column(VERSION, ReleaseEntry::version)
            .column(DUE, ReleaseEntry::dueAt)
            .column(COMPOSED, ReleaseEntry::composedAt)
            .column(AUTHOR, ReleaseEntry::author)
            .column(MESSAGE, ReleaseEntry::messageId)
            .column(COMPLETE, entry -> entry.missing().isEmpty())
            .column(MISSING, ReleaseEntry::missing)
            .column(PINS, ReleaseEntry::pins)
            .column(CHANGES, ReleaseEntry::changes)
            .key(DATE, SLOT, VERSION)
            .appendOnlyByMonth(DATE)
            .reads(row -> new ReleaseEntry(
                    row.store(),
                    row.get(SLOT_ID),
                    row.get(VERSION),
                    row.get(DUE),
                    row.get(COMPOSED),
                    row.get(AUTHOR),
                    row.get(MISSING),
                    row.get(PINS),
                    row.get(CHANGES)));

    ReleaseEntry {
        requireNonNull(store, "store");
        requireNonNull(slot, "slot");
        requireNonNull(dueAt, "dueAt");
        requireNonNull(composedAt, "composedAt");
        requireNonNull(author, "author");
        missing = ImmutableList.copyOf(missing);
        requireNonNull(pins, "pins");
        changes = ImmutableList.copyOf(changes);
    }

    String messageId() {
        return messageId(slot, version);
    }

    static String messageId(SlotId slot, int version) {
        return "release/" + slot + "/v" + version;
    }

    /** Where the messages of a date's releases begin in the order of ids. */
    static String messagesFrom(LocalDate date) {
        return "release/" + date;
    }

    /** A release's slot and version, 1 as first sent, 2 and on for corrections. */
    record Version(SlotId slot, int number) {}

    /** The message of a release, as evidence and the trail name it. */
    static Target message(SlotId slot, int version) {
        return Target.of(Delivery.TABLE.name(), messageId(slot, version));
    }

    /** Reads what {@link #messageId(SlotId, int)} writes; empty for the message of something else. */
    static Optional<Version> versionOf(String messageId) {
        Matcher parts = MESSAGE_ID.matcher(messageId);
        return parts.matches()
                ? Optional.of(new Version(SlotId.parse(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    static Key key(StoreId store, SlotId slot, int version) {
        return TABLE.keyOf(store, slot.date(), slot.number(), version);
    }
}

package io.storeops.weeklyreport;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.calendar.IsoWeek;
import io.storeops.evidence.Stamp;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.report.Coverage;
import io.storeops.report.ReportSection;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of a weekly report as it is kept. What became of its messages, they tell themselves.
 *
 * @param store the store
 * @param week the week that it reports on
 * @param person who owes it
 * @param version 1, 2, 3 ...
 * @param dueAt by when its first version is due
 * @param drafted who wrote it down, when, under which rules (R1)
 * @param slots how many slots of the store had a reading then, of how many
 * @param draft what was counted then, copied
 * @param submission what was submitted; empty before
 * @param answer what the manager said; empty before
 */
record ReportEntry(
        StoreId store,
        IsoWeek week,
        ActorId person,
        int version,
        Instant dueAt,
        Stamp drafted,
        Coverage slots,
        List<ReportSection> draft,
        Optional<Submission> submission,
        Optional<ReportAnswer> answer) {
    private static final Column<IsoWeek> WEEK = Column.text("week", "the week that it reports on, as in 2024-W24")
            .as(IsoWeek.class, IsoWeek::parse, IsoWeek::toString);
    private static final Column<ActorId> PERSON = Column.actor("person_id", "who owes it");
    private static final Column<Integer> VERSION = Column.count("version", "1, 2, 3 ...");
    private static final Column<Instant> DUE = Column.instant("due_at", "by when its first version is due");
    private static final ColumnGroup<Stamp> DRAFTED = Stamp.columns(
            Column.instant("drafted_at", "when it was written down"), Column.actor("drafted_by", "who wrote it down"));
    private static final Column<List<ReportSection>> DRAFT =
            Column.list("draft", "what was counted at the draft", ReportSection::fromJson, ReportSection::toJson);

    static final Table<ReportEntry> TABLE = Table.of("weekly_report", ReportEntry::store)
            .column(WEEK, ReportEntry::week)
            .column(PERSON, ReportEntry::person)
            .column(VERSION, ReportEntry::version)
            .column(DUE, ReportEntry::dueAt)
            .group(DRAFTED, ReportEntry::drafted)
            .group(Coverage.COLUMNS, ReportEntry::slots)
            .column(DRAFT, ReportEntry::draft)
            .optional(Submission.COLUMNS, ReportEntry::submission)
            .optional(ReportAnswer.COLUMNS, ReportEntry::answer)
            .key(WEEK, PERSON, VERSION)
            .reads(row -> new ReportEntry(
                    row.store(),
                    row.get(WEEK),
                    row.get(PERSON),
                    row.get(VERSION),
                    row.get(DUE),
                    row.get(DRAFTED),
                    row.get(Coverage.COLUMNS),
                    row.get(DRAFT),
                    row.find(Submission.COLUMNS),
                    row.find(ReportAnswer.COLUMNS)));

    /**
     * Given to the channels.
     *
     * @param at when
     * @param by who gave it
     * @param rules the version of the roster in force
     * @param channels to which, copied; none if the duty asks for no channel's receipt
     * @param sections what was counted then, copied
     * @param comment what its author says beside the figures
     * @param chainHead the head of the store's audit chain then, its number and hash; empty if there was none
     */
    record Submission(
            Instant at,
            ActorId by,
            String rules,
            List<String> channels,
            List<ReportSection> sections,
            Optional<String> comment,
            Optional<String> chainHead) {
        private static final Column<Instant> AT = Column.instant("submitted_at", "when it was given to the channels");
        private static final Column<ActorId> BY = Column.actor("submitted_by", "who gave it to the channels");
        private static final Column<String> SUBMITTED_RULES =
                Column.text("submitted_rules", "the version of the roster in force then");
        private static final Column<List<String>> CHANNELS =
                Column.list("channels", "the channels that it was given to", JsonReader::text, Json::of);
        private static final Column<List<ReportSection>> SECTIONS =
                Column.list("sections", "what was counted then", ReportSection::fromJson, ReportSection::toJson);
        private static final Column<String> COMMENT = Column.text("comment_text", "what its author says");
        private static final Column<String> HEAD =
                Column.text("chain_head", "the head of the audit chain then: number and hash");
        private static final ColumnGroup<Submission> COLUMNS = ColumnGroup.of(Submission.class)
                .column(AT, Submission::at)
                .column(BY, Submission::by)
                .column(SUBMITTED_RULES, Submission::rules)
                .column(CHANNELS, Submission::channels)
                .column(SECTIONS, Submission::sections)
                .personal(COMMENT, Submission::comment)
                .optional(HEAD, Submission::chainHead)
                .reads(row -> new Submission(
                        row.get(AT),
                        row.get(BY),
                        row.get(SUBMITTED_RULES),
                        row.get(CHANNELS),
                        row.get(SECTIONS),
                        row.find(COMMENT),
                        row.find(HEAD)));

        Submission {
            requireNonNull(at, "at");
            requireNonNull(by, "by");
            requireNonNull(rules, "rules");
            channels = ImmutableList.copyOf(channels);
            sections = ImmutableList.copyOf(sections);
            requireNonNull(comment, "comment");
            requireNonNull(chainHead, "chainHead");
        }
    }

    ReportEntry {
        requireNonNull(store, "store");
        requireNonNull(week, "week");
        requireNonNull(person, "person");
        requireNonNull(dueAt, "dueAt");
        requireNonNull(drafted, "drafted");
        requireNonNull(slots, "slots");
        draft = ImmutableList.copyOf(draft);
        requireNonNull(submission, "submission");
        requireNonNull(answer, "answer");
    }

    /** The versions of a report, in order. */
    static List<ReportEntry> of(Context context, IsoWeek week, ActorId person) {
        return context.rows().all(Query.of(TABLE, context.store().id()).where(week, person));
    }

    /** This version as it was read. */
    Versioned<ReportEntry> row(Context context) {
        return context.rows().find(TABLE, key(store, week, person, version)).orElseThrow();
    }

    /** All versions of all reports of a week, by person. */
    static List<ReportEntry> of(Context context, IsoWeek week) {
        return context.rows().all(Query.of(TABLE, context.store().id()).where(week));
    }

    ReportEntry submitting(Submission now) {
        return new ReportEntry(store, week, person, version, dueAt, drafted, slots, draft, Optional.of(now), answer);
    }

    ReportEntry answered(ReportAnswer said) {
        return new ReportEntry(
                store, week, person, version, dueAt, drafted, slots, draft, submission, Optional.of(said));
    }

    static Key key(StoreId store, IsoWeek week, ActorId person, int version) {
        return TABLE.keyOf(store, week, person, version);
    }

    /** The message to one channel. */
    static String messageId(IsoWeek week, ActorId person, int version, String channel) {
        return "report/" + week + "/v" + version + "/" + person + "/" + channel;
    }
}

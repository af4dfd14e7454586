package io.storeops.weeklyreport;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.calendar.IsoWeek;
import io.storeops.evidence.Stamp;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.report.Coverage;
import io.storeops.report.ReportSection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of a weekly report (每周执行表) as it stands. Immutable.
 *
 * @param store the store
 * @param week the week that it reports on
 * @param person who owes it
 * @param version 1, 2, 3 ...; a report that was given back goes on as the next version
 * @param state where this version stands
 * @param dueAt by when the first version is due, that instant included
 * @param drafted who wrote this version down, when, under which rules (R1)
 * @param slots how many slots of the store had figures when it was drafted (R79)
 * @param draft the sections as they were counted at the draft, copied
 * @param sections the sections as they were counted at the submission, and frozen; those of the draft before. Copied
 * @param comment what its author says beside the figures; empty if nothing, or once redacted
 * @param queued who gave it to the channels, when, under which rules; empty before
 * @param chainHead the head of the store's audit chain at the submission, its number and hash
 * @param submittedAt when the last channel accepted this version; empty before
 * @param firstSubmittedAt when the last channel accepted the first version, which alone is judged against the due instant (D64)
 * @param answer what the manager said to this version; empty before
 */
public record WeeklyReport(
        StoreId store,
        IsoWeek week,
        ActorId person,
        int version,
        ReportState state,
        Instant dueAt,
        Stamp drafted,
        Coverage slots,
        List<ReportSection> draft,
        List<ReportSection> sections,
        Optional<String> comment,
        Optional<Stamp> queued,
        Optional<String> chainHead,
        Optional<Instant> submittedAt,
        Optional<Instant> firstSubmittedAt,
        Optional<ReportAnswer> answer) {
    /** Copies the lists. */
    public WeeklyReport {
        requireNonNull(store, "store");
        requireNonNull(week, "week");
        requireNonNull(person, "person");
        requireNonNull(state, "state");
        requireNonNull(dueAt, "dueAt");
        requireNonNull(drafted, "drafted");
        requireNonNull(slots, "slots");
        draft = ImmutableList.copyOf(draft);
        sections = ImmutableList.copyOf(sections);
        requireNonNull(comment, "comment");
        requireNonNull(queued, "queued");
        requireNonNull(chainHead, "chainHead");
        requireNonNull(submittedAt, "submittedAt");
        requireNonNull(firstSubmittedAt, "firstSubmittedAt");
        requireNonNull(answer, "answer");
    }

    /**
     * Whether the report was submitted late: by its first version (D64).
     *
     * @return false up to the due instant, that instant included, and while nothing is submitted
     */
    public boolean late() {
        return firstSubmittedAt.filter(at -> at.isAfter(dueAt)).isPresent();
    }

    /**
     * Whether it was drafted on provisional data (R79).
     *
     * @return true if figures were still to come
     */
    public boolean provisional() {
        return slots.provisional();
    }

    /**
     * A section.
     *
     * @param id as the roster's weekly duty calls it
     * @return the section as of {@link #sections}; empty if the report has none of that name
     */
    public Optional<ReportSection> find(String id) {
        return sections.stream().filter(section -> section.id().equals(id)).findFirst();
    }

    /**
     * What its file is called, without an ending: a draft on provisional data says so there too (R79).
     *
     * @return as in weekly-report-2024-W24-op-1-v1; in the person's id only letters, digits, dot, dash and underscore stay
     */
    public String fileName() {
        return "weekly-report-" + week + "-" + person.value().replaceAll("[^\\p{L}\\p{N}._-]", "_") + "-v" + version
                + (queued.isEmpty() && provisional() ? "-provisional" : "");
    }
}

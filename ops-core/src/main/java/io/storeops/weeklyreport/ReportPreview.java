package io.storeops.weeklyreport;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.calendar.IsoWeek;
import io.storeops.report.Coverage;
import io.storeops.report.ReportSection;
import java.time.Instant;
import java.util.List;

/**
 * What a report of a week would say, though nobody has written it down (R78). Immutable.
 *
 * @param week the week
 * @param asOf the instant of knowing
 * @param slots how many slots of the store have figures by then, of how many
 * @param sections what is counted from records, section by section as the roster asks for them; none if it asks for no report. Copied
 */
public record ReportPreview(IsoWeek week, Instant asOf, Coverage slots, List<ReportSection> sections) {
    /** Copies the sections. */
    public ReportPreview {
        requireNonNull(week, "week");
        requireNonNull(asOf, "asOf");
        requireNonNull(slots, "slots");
        sections = ImmutableList.copyOf(sections);
    }

    /**
     * Whether figures are still to come (R79).
     *
     * @return true unless all slots have theirs
     */
    public boolean provisional() {
        return slots.provisional();
    }

    /**
     * The sections that somebody has to say something about before the report can be submitted (D62).
     *
     * @return the names of those without records, in order
     */
    public List<String> missing() {
        return sections.stream()
                .filter(section -> !section.filled())
                .map(ReportSection::id)
                .toList();
    }

    int filled() {
        return sections.size() - missing().size();
    }
}

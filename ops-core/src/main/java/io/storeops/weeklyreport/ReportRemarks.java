package io.storeops.weeklyreport;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What the author of a report says beside its figures. Immutable.
 *
 * @param none why there is nothing to report in a section, by section, copied (D62)
 * @param comment what else there is to say; empty if nothing
 */
public record ReportRemarks(SortedMap<String, String> none, Optional<String> comment) {
    /** Nothing beside the figures. */
    public static final ReportRemarks NOTHING = new ReportRemarks(ImmutableSortedMap.of(), Optional.empty());

    /**
     * Copies the map.
     *
     * @throws IllegalArgumentException if a reason or the comment is blank
     */
    public ReportRemarks {
        none = ImmutableSortedMap.copyOf(none);
        requireNonNull(comment, "comment");
        none.forEach((section, reason) -> {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("Section " + section + " has nothing to report: say why");
            }
        });
        if (comment.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("A comment says something, or there is none");
        }
    }

    /**
     * Sections without anything to report.
     *
     * @param reasons why, by section
     * @return the remarks, without a comment
     * @throws IllegalArgumentException if a reason is blank
     */
    public static ReportRemarks none(Map<String, String> reasons) {
        return new ReportRemarks(ImmutableSortedMap.copyOf(reasons), Optional.empty());
    }
}

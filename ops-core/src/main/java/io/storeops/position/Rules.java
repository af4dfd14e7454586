package io.storeops.position;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.storeops.id.IdText;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * The figures and rules by which the duties are done, most of them assumptions [A] that a store edits. Immutable.
 *
 * @param baselines what figures are compared with
 * @param sla the time limits
 * @param calendar the working time in which the time limits run (D30)
 * @param maintenance what duty 2 goes by
 * @param activities what duty 3 goes by
 * @param detection what the detector of unusual figures goes by (D28)
 * @param figures how the figures of duty 1 are taken and shown
 * @param evidence what evidence may be attached
 */
public record Rules(
        Baselines baselines,
        Sla sla,
        WorkingCalendar calendar,
        MaintenanceRules maintenance,
        ActivityRules activities,
        DetectionRules detection,
        FigureRules figures,
        EvidenceLimits evidence) {
    /** Checks for null. */
    public Rules {
        requireNonNull(baselines, "baselines");
        requireNonNull(sla, "sla");
        requireNonNull(calendar, "calendar");
        requireNonNull(maintenance, "maintenance");
        requireNonNull(activities, "activities");
        requireNonNull(detection, "detection");
        requireNonNull(figures, "figures");
        requireNonNull(evidence, "evidence");
    }

    /** Which amount targets and reports go by (D89). */
    public enum TargetBasis {
        /** What was paid, before refunds. */
        AMOUNT,
        /** What was paid less what was refunded. */
        NET
    }

    /**
     * How the figures of duty 1 are taken and shown.
     *
     * @param targetBasis which amount targets and reports go by (D89)
     * @param releaseItems how many items a release shows at most, 0 or more (D85)
     * @param metricSources the source that rules for a metric, by the metric's name as in AMOUNT, copied (D70); a metric that is not
     *     named is taken from whoever delivers it
     */
    public record FigureRules(TargetBasis targetBasis, long releaseItems, SortedMap<String, String> metricSources) {
        /** The metrics that a source can rule for. */
        static final Set<String> METRICS =
                Set.of("AMOUNT", "VISITORS", "BUYERS", "ORDERS", "UNITS", "PAGE_VIEWS", "REFUNDED");

        /** The default roster's: the amount paid, 20 items, any source. */
        public static final FigureRules DEFAULT = new FigureRules(TargetBasis.AMOUNT, 20, ImmutableSortedMap.of());

        /**
         * Copies the sources.
         *
         * @throws IllegalArgumentException if the number of items is negative, a metric is unknown or a source breaks the rule of
         *     {@link IdText}
         */
        public FigureRules {
            requireNonNull(targetBasis, "targetBasis");
            metricSources = ImmutableSortedMap.copyOf(metricSources);
            if (releaseItems < 0) {
                throw new IllegalArgumentException("A release shows 0 items or more, not " + releaseItems);
            }
            metricSources.forEach((metric, source) -> {
                if (!METRICS.contains(metric)) {
                    throw new IllegalArgumentException("The metric " + metric + " is unknown; known: "
                            + METRICS.stream().sorted().toList());
                }
                IdText.checked("source", source);
            });
        }
    }

    /**
     * What evidence may be attached. Immutable.
     *
     * @param maxBytes the size of one attachment at most, in bytes, 1 or more
     * @param contentTypes the media types that are taken, as in image/png, copied
     */
    public record EvidenceLimits(long maxBytes, Set<String> contentTypes) {
        // Stands first: the limits below are checked against it while the class is being initialised.
        private static final Pattern CONTENT_TYPE =
                Pattern.compile("[a-z0-9][a-z0-9.+-]{0,63}/[a-z0-9][a-z0-9.+-]{0,127}");

        /** The default roster's limits, for a roster that names none: 10 MiB; pictures, PDF, texts, CSV and JSON [A]. */
        public static final EvidenceLimits DEFAULT = new EvidenceLimits(
                10L << 20,
                Set.of(
                        "image/png",
                        "image/jpeg",
                        "image/gif",
                        "image/webp",
                        "application/pdf",
                        "text/plain",
                        "text/csv",
                        "application/json"));

        /**
         * Copies the types.
         *
         * @throws IllegalArgumentException if the size is below 1 or a type is not one
         */
        public EvidenceLimits {
            if (maxBytes < 1) {
                throw new IllegalArgumentException("An attachment may have at least 1 byte, not " + maxBytes);
            }
            contentTypes = contentTypes.stream()
                    .map(EvidenceLimits::contentType)
                    .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
        }

        static String contentType(String text) {
            if (!CONTENT_TYPE.matcher(text).matches()) {
                throw new IllegalArgumentException(
                        "'" + text + "' is not a media type (expected something like image/png)");
            }
            return text;
        }
    }
}

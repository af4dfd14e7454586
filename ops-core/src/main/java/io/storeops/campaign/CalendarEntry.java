package io.storeops.campaign;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.promotion.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A campaign in the calendar of a store, as it stands at one instant. Immutable.
 *
 * @param campaign the campaign
 * @param span from when until when it runs or ran, as far as is known
 * @param phase where it stands
 * @param endsSoon whether it runs and ends within the time that was asked about, that time included
 * @param overlaps with which others of the calendar it runs at the same time on the same SKUs, by their ids; copied
 */
public record CalendarEntry(Campaign campaign, Window span, Phase phase, boolean endsSoon, List<Overlap> overlaps) {
    /** Where a campaign stands. */
    public enum Phase {
        /** It is to start. */
        COMING,
        /** Its start has passed, and its activity has not started it. */
        LATE,
        /** It runs. */
        RUNNING,
        /** It ran, or never will. */
        OVER
    }

    /**
     * Another campaign that runs at the same time on the same SKUs.
     *
     * @param other its id
     * @param window when both run
     * @param skus the SKUs that both offer, by their ids; copied
     */
    public record Overlap(String other, Window window, List<String> skus) {
        /** Copies the SKUs. */
        public Overlap {
            requireNonNull(other, "other");
            requireNonNull(window, "window");
            skus = ImmutableList.copyOf(skus);
        }
    }

    /** Copies the overlaps. */
    public CalendarEntry {
        requireNonNull(campaign, "campaign");
        requireNonNull(span, "span");
        requireNonNull(phase, "phase");
        overlaps = ImmutableList.copyOf(overlaps);
    }

    /** The entries of campaigns that run in a span of time, by start, then by id. */
    static List<CalendarEntry> of(List<Campaign> campaigns, Window asked, Instant now, Duration soon) {
        List<Campaign> shown = campaigns.stream()
                .filter(campaign -> !span(campaign).within(asked).isEmpty())
                .toList();
        return shown.stream()
                .map(campaign -> new CalendarEntry(
                        campaign,
                        span(campaign),
                        phase(campaign, now),
                        campaign.runsAt(now) && !campaign.end().isAfter(now.plus(soon)),
                        shown.stream()
                                .filter(other -> !other.id().equals(campaign.id()))
                                .flatMap(other -> overlap(campaign, other).stream())
                                .sorted((one, other) -> one.other().compareTo(other.other()))
                                .toList()))
                .sorted((one, other) -> {
                    int byStart = one.span().from().compareTo(other.span().from());
                    return byStart != 0
                            ? byStart
                            : one.campaign().id().compareTo(other.campaign().id());
                })
                .toList();
    }

    /** What was started late, or left early, ran so; what was never started and is over ran at no time. */
    private static Window span(Campaign campaign) {
        Instant from = campaign.course().startedAt().orElse(campaign.start());
        Instant to = campaign.course().leftAt().filter(campaign.end()::isAfter).orElse(campaign.end());
        boolean never = campaign.isOver() && campaign.course().startedAt().isEmpty();
        return new Window(from, never ? from : to);
    }

    private static Phase phase(Campaign campaign, Instant now) {
        if (campaign.isOver() || !now.isBefore(campaign.end())) {
            return Phase.OVER;
        }
        if (campaign.runsAt(now)) {
            return Phase.RUNNING;
        }
        return now.isBefore(campaign.start()) ? Phase.COMING : Phase.LATE;
    }

    private static Optional<Overlap> overlap(Campaign one, Campaign other) {
        Window both = span(one).within(span(other));
        Set<String> skus = one.offers().stream().map(Offer::sku).collect(Collectors.toCollection(TreeSet::new));
        skus.retainAll(other.offers().stream().map(Offer::sku).collect(Collectors.toSet()));
        return both.isEmpty() || skus.isEmpty()
                ? Optional.empty()
                : Optional.of(new Overlap(other.id(), both, List.copyOf(skus)));
    }
}

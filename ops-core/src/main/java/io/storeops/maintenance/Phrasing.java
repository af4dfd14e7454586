package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.authority.DataClass;
import io.storeops.document.Line;
import io.storeops.inspection.CompetitorPriceRule;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How the duty's texts name things: a subject with what people call it, an instant in the store's zone.
 *
 * @param context the store and its catalogue
 */
record Phrasing(Context context) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** The id, and what people call it. */
    Line subject(String id) {
        Line line = Line.ofName(id);
        return context.catalogue()
                .findWords(id)
                .map(words -> line.and(" ").and(Line.ofName(words)))
                .orElse(line);
    }

    /** An instant to the minute, in the store's zone. */
    String local(Instant instant) {
        return MINUTE.format(instant.atZone(context.store().zone()));
    }

    /** Whether a category speaks of rivals, whose figures not every channel may have (R13). */
    static boolean ofRivals(String category) {
        return category.equals(CompetitorPriceRule.KEY.category());
    }

    /** Whether a channel may have figures of rivals. */
    boolean seesRivals(String channel) {
        return context.roster()
                .confidentiality()
                .channelsOf(DataClass.COMPETITOR)
                .contains(channel);
    }
}

package io.storeops.ticket;

import static java.util.Objects.requireNonNull;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Table;
import java.time.Instant;

/**
 * An episode that was followed by another, as it ended (D52). Never changed, but for what a redaction removes.
 *
 * @param store the store
 * @param ticketId the ticket
 * @param episode the episode; it was reported back
 */
record PastEpisode(StoreId store, String ticketId, Episode episode) {
    private static final Column<String> TICKET = Column.text("ticket_id", "the ticket");
    private static final Column<Integer> NUMBER = Column.count("episode", "1 for the first");
    private static final Column<Instant> LAST_DUE = Column.instant("last_due_at", "the later of its two dues");
    private static final Column<Instant> ENDED = Column.instant("ended_at", "when it was reported back");

    static final String BY_DUE = "by_due";
    static final String BY_END = "by_end";

    static final Table<PastEpisode> TABLE = Table.of("ticket_episode", PastEpisode::store)
            .column(TICKET, PastEpisode::ticketId)
            .column(NUMBER, past -> past.episode().number())
            .group(Clocks.COLUMNS, past -> past.episode().clocks())
            .group(Steps.COLUMNS, past -> past.episode().steps())
            .group(Texts.COLUMNS, past -> past.episode().texts())
            .column(LAST_DUE, past -> past.episode().clocks().lastDue())
            .column(ENDED, PastEpisode::endedAt)
            .key(TICKET, NUMBER)
            .path(BY_DUE, LAST_DUE)
            .path(BY_END, ENDED)
            .reads(row -> new PastEpisode(
                    row.store(),
                    row.get(TICKET),
                    new Episode(
                            row.get(NUMBER), row.get(Clocks.COLUMNS), row.get(Steps.COLUMNS), row.get(Texts.COLUMNS))));

    PastEpisode {
        requireNonNull(store, "store");
        requireNonNull(ticketId, "ticketId");
        requireNonNull(episode, "episode");
    }

    Instant endedAt() {
        return episode.steps().reportedBack().orElseThrow().at();
    }
}

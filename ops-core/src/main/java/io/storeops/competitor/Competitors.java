package io.storeops.competitor;

import io.storeops.act.Caller;
import io.storeops.act.PersonalActs;
import io.storeops.failure.AdapterException;
import io.storeops.feed.FeedRead;
import io.storeops.feed.Feeds;
import io.storeops.id.StoreId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What rivals' items show, in the hands of one person: collected or written down, and read. Thread-safe.
 *
 * <p><b>Exceptions.</b> A missing right is a {@link io.storeops.failure.DeniedException}; a failure of the source is an
 * {@link AdapterException}.
 */
public final class Competitors {
    private final PersonalActs acts;
    private final Feeds<CompetitorFeed> feeds;
    private final Consumer<StoreId> collected;

    Competitors(PersonalActs acts, Feeds<CompetitorFeed> feeds, Consumer<StoreId> collected) {
        this.acts = acts;
        this.feeds = feeds;
        this.collected = collected;
    }

    /**
     * Collects what the store's competitor feed has and takes it, each observation by itself, all that are taken in one commit. Then the
     * engine judges them by the rules of inspection (R38). Right EXECUTE:X2. A repeated command does not read the source again. Refused is NOT_WATCHED, an item that the store does not watch, and
     * FROM_THE_FUTURE.
     *
     * @param store the store
     * @return what became of the observations, which counters fell, and what could not be read
     * @throws AdapterException if the store has no competitor feed, or the feed fails
     */
    public CompetitorIntake collect(StoreId store) {
        Caller caller = acts.caller();
        FeedRead<ShownCompetitor> read = acts.acts()
                .beforeFirst(
                        caller,
                        store,
                        new CollectCompetitors(FeedRead.nothing()),
                        context -> new CompetitorRequest(context.store()))
                .map(request -> FeedRead.of(after -> feeds.of(store).read(request, after)))
                .orElseGet(FeedRead::nothing);
        CompetitorIntake intake = acts.acts().perform(caller, store, new CollectCompetitors(read));
        collected.accept(store);
        return intake;
    }

    /**
     * Takes what the person saw on the marketplace's page, with the evidence of it. Right EXECUTE:X2.
     *
     * @param store the store
     * @param shown what they saw
     * @param evidence the id of the evidence that was attached before, as in a screenshot of the page
     * @return the version that says so; an earlier one if it was known already
     * @throws io.storeops.failure.RefusedException NOT_WATCHED, FROM_THE_FUTURE or EVIDENCE_MISSING
     */
    public CompetitorVersion record(StoreId store, ShownCompetitor shown, String evidence) {
        return acts.perform(store, new RecordCompetitor(shown, evidence));
    }

    /**
     * The last version of the latest instant of a rival's item.
     *
     * @param store the store
     * @param itemId the rival's item
     * @return the version; empty if there is none
     */
    public Optional<CompetitorVersion> findLatest(StoreId store, String itemId) {
        return acts.look(
                store,
                CompetitorEntries.READ_COMPETITOR,
                context -> CompetitorVersion.findLatest(context.rows(), itemId));
    }

    /**
     * All that is known of a rival's item, in the order of instants and versions. {@link CompetitorMove} compares it as the rules do.
     *
     * @param store the store
     * @param itemId the rival's item
     * @return the versions
     */
    public List<CompetitorVersion> history(StoreId store, String itemId) {
        return acts.look(
                store, CompetitorEntries.READ_COMPETITOR, context -> CompetitorVersion.all(context.rows(), itemId));
    }
}

package io.storeops.health;

import io.storeops.act.Caller;
import io.storeops.act.PersonalActs;
import io.storeops.failure.AdapterException;
import io.storeops.feed.FeedRead;
import io.storeops.feed.Feeds;
import io.storeops.id.StoreId;
import io.storeops.inspection.RuleKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A store's health in the hands of one person: scores, rates, spend and penalties are collected or written down, and read. Thread-safe.
 *
 * <p><b>Exceptions.</b> A missing right is a {@link io.storeops.failure.DeniedException}; a failure of the source is an
 * {@link AdapterException}.
 */
public final class Health {
    private final PersonalActs acts;
    private final Feeds<HealthFeed> feeds;
    private final Consumer<StoreId> collected;

    Health(PersonalActs acts, Feeds<HealthFeed> feeds, Consumer<StoreId> collected) {
        this.acts = acts;
        this.feeds = feeds;
        this.collected = collected;
    }

    /**
     * Collects what the store's health feed has and takes it, each reading by itself, all that are taken in one commit. Then the engine
     * judges them by the rules of inspection (R38). A repeated command does not read the source again.
     *
     * @param store the store
     * @return what became of the readings, and what could not be read
     * @throws AdapterException if the store has no health feed, or the feed fails
     */
    public HealthIntake collect(StoreId store) {
        Caller caller = acts.caller();
        FeedRead<HealthReading> read = acts.acts()
                .beforeFirst(
                        caller,
                        store,
                        RecordHealth.collected(FeedRead.nothing()),
                        context -> new HealthRequest(
                                context.store(),
                                context.roster().maintenance().health().indicators()))
                .map(request -> FeedRead.of(after -> feeds.of(store).read(request, after)))
                .orElseGet(FeedRead::nothing);
        HealthIntake taken = acts.acts().perform(caller, store, RecordHealth.collected(read));
        collected.accept(store);
        return new HealthIntake(taken.rows(), taken.taken(), taken.refused(), read.problems());
    }

    /**
     * Takes a value that the person read on the marketplace's page, with the evidence of it. Then the engine judges it as what a feed gives.
     *
     * @param store the store
     * @param reading the value
     * @param evidence the id of the evidence that was attached before, as in a screenshot of the page
     * @return what became of it: taken, or known already
     * @throws io.storeops.failure.RefusedException UNKNOWN_INDICATOR, WRONG_KIND, UNKNOWN_SUBJECT, FROM_THE_FUTURE or EVIDENCE_MISSING
     */
    public HealthIntake record(StoreId store, HealthReading reading, String evidence) {
        HealthIntake taken = acts.perform(store, RecordHealth.byHand(reading, evidence));
        collected.accept(store);
        return taken;
    }

    /**
     * The last version of the latest instant of an indicator.
     *
     * @param store the store
     * @param indicator category and metric
     * @param subject of whom: the store's id, or an item's
     * @return the version; empty if there is none
     */
    public Optional<HealthVersion> findLatest(StoreId store, RuleKey indicator, String subject) {
        return acts.look(
                store,
                HealthModule.READ_HEALTH,
                context -> HealthVersion.findLatest(context.rows(), indicator, subject));
    }

    /**
     * All that is known of an indicator, in the order of instants and versions.
     *
     * @param store the store
     * @param indicator category and metric
     * @param subject of whom: the store's id, or an item's
     * @return the versions
     */
    public List<HealthVersion> history(StoreId store, RuleKey indicator, String subject) {
        return acts.look(
                store, HealthModule.READ_HEALTH, context -> HealthVersion.all(context.rows(), indicator, subject));
    }
}

package io.storeops.scorecard;

import io.storeops.act.EntryPoint;
import io.storeops.act.PersonalActs;
import io.storeops.agenda.Measure;
import io.storeops.document.Document;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.kpi.Kpi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Scorecards in the hands of one person: the store's, one's own, and those of others for whoever leads or may read. Every method throws
 * {@link io.storeops.failure.DeniedException} if a right is missing, {@link io.storeops.storage.StorageException}, and
 * {@link IllegalArgumentException} if the period ends before it begins. Thread-safe.
 */
public final class Scorecards {
    private final PersonalActs acts;
    private final Counting counting;

    Scorecards(PersonalActs acts, Counting counting) {
        this.acts = acts;
        this.counting = counting;
    }

    /**
     * The key figures of a store.
     *
     * @param store the store
     * @param from the first date in the store's zone
     * @param to the last date, included
     * @param asOf the instant of knowing; nothing later counts
     * @return every figure that the library counts
     */
    public Scorecard of(StoreId store, LocalDate from, LocalDate to, Instant asOf) {
        Measure.Period period = new Measure.Period(from, to, asOf);
        return acts.look(store, ScorecardModule.READ, context -> counting.scorecard(context, Optional.empty(), period));
    }

    /**
     * The key figures of a person: what they did, and what nobody did who held the right then (D65).
     *
     * @param store the store
     * @param person the person; another than oneself takes INSTRUCT, ACCEPT:REPORT or READ
     * @param from the first date in the store's zone
     * @param to the last date, included
     * @param asOf the instant of knowing; nothing later counts
     * @return every figure but the sales target, which nobody in particular is charged with
     */
    public Scorecard of(StoreId store, ActorId person, LocalDate from, LocalDate to, Instant asOf) {
        Measure.Period period = new Measure.Period(from, to, asOf);
        return acts.look(store, entry(person), context -> counting.scorecard(context, Optional.of(person), period));
    }

    /**
     * The records that a figure of a store counts, in and out (R90).
     *
     * @param store the store
     * @param kpi the figure
     * @param from the first date in the store's zone
     * @param to the last date, included
     * @param asOf the instant of knowing; nothing later counts
     * @return the records, whose ratios add up to the figure
     */
    public List<CountedRecord> records(StoreId store, Kpi kpi, LocalDate from, LocalDate to, Instant asOf) {
        Measure.Period period = new Measure.Period(from, to, asOf);
        return acts.look(
                store, ScorecardModule.READ, context -> counting.records(context, kpi, Optional.empty(), period));
    }

    /**
     * The records that a figure of a person counts, in and out (R90).
     *
     * @param store the store
     * @param person the person; another than oneself takes INSTRUCT, ACCEPT:REPORT or READ
     * @param kpi the figure
     * @param from the first date in the store's zone
     * @param to the last date, included
     * @param asOf the instant of knowing; nothing later counts
     * @return the records, whose ratios add up to the figure
     */
    public List<CountedRecord> records(
            StoreId store, ActorId person, Kpi kpi, LocalDate from, LocalDate to, Instant asOf) {
        Measure.Period period = new Measure.Period(from, to, asOf);
        return acts.look(store, entry(person), context -> counting.records(context, kpi, Optional.of(person), period));
    }

    /**
     * A scorecard for people, to be rendered.
     *
     * @param scorecard the scorecard
     * @return the document in the language of the store
     */
    public Document document(Scorecard scorecard) {
        return acts.look(
                scorecard.store(),
                scorecard.person().map(this::entry).orElse(ScorecardModule.READ),
                context -> ScorecardDocument.of(context, scorecard));
    }

    private EntryPoint entry(ActorId person) {
        return acts.caller().actor().equals(person) ? ScorecardModule.READ : ScorecardModule.READ_OF_OTHERS;
    }
}

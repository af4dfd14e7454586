package io.storeops;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;

import io.storeops.id.ActorId;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import io.storeops.kpi.Score;
import io.storeops.scorecard.Scorecard;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Some key figures of a period, as the store's manager reads them now.
 *
 * @param ops the library
 * @param clock its clock
 * @param from the first date
 * @param to the last date
 * @param kpis which figures, in the order in which they are told
 */
public record Scored(StoreOps ops, Clock clock, LocalDate from, LocalDate to, List<Kpi> kpis) {
    public static Scored of(StoreFixture shop, LocalDate from, LocalDate to, Kpi... kpis) {
        return new Scored(shop.ops, shop.clock, from, to, List.of(kpis));
    }

    private Scorecard store() {
        return ops.deskOf(MANAGER).scorecards().of(STORE, from, to, clock.instant());
    }

    private Scorecard person(ActorId person) {
        return ops.deskOf(MANAGER).scorecards().of(STORE, person, from, to, clock.instant());
    }

    private List<String> texts(List<Score> scores) {
        return scores.stream().map(Score::toString).toList();
    }

    private Kpi[] asked() {
        return kpis.toArray(Kpi[]::new);
    }

    /** As in {@code K1.4 12/13 92.31%}. */
    public List<String> raw() {
        return texts(store().scores(asked()));
    }

    public List<String> excused() {
        return texts(store().excusedScores(asked()));
    }

    public List<String> of(ActorId person) {
        return texts(person(person).scores(asked()));
    }

    public List<String> excusedOf(ActorId person) {
        return texts(person(person).excusedScores(asked()));
    }

    public Map<Kpi, Ratio> ratios() {
        Map<Kpi, Ratio> ratios = new TreeMap<>();
        store().scores(asked()).forEach(score -> ratios.put(score.kpi(), score.ratio()));
        return ratios;
    }
}

package io.storeops.competitor;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.failure.Refusal;
import io.storeops.feed.FeedRead;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.source.Source;
import io.storeops.source.Taking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * COLLECT_COMPETITORS: what rivals' items show is written down, each observation by itself.
 *
 * @param read what the source gave
 */
record CollectCompetitors(FeedRead<ShownCompetitor> read) implements Act<CompetitorIntake> {
    private static final String FALLEN = "fallen";

    @Override
    public EntryPoint entry() {
        return CompetitorEntries.COLLECT;
    }

    @Override
    public String arguments() {
        return entry().name();
    }

    @Override
    public Verdict decide(Context context) {
        Taking taking = Taking.of(context, Source.COMPETITORS, read);
        List<CompetitorVersion> versions = new ArrayList<>();
        Map<String, TreeMap<Instant, CompetitorVersion>> taken = new HashMap<>();
        for (ShownCompetitor shown : read.rows()) {
            Optional<Refusal> refusal = ObservationRules.refusal(context, shown);
            if (refusal.isPresent()) {
                taking.refuse(
                        shown.itemId(),
                        shown.observedAt().toString(),
                        refusal.get().code(),
                        refusal.get().detail());
            } else {
                TreeMap<Instant, CompetitorVersion> ofItem =
                        taken.computeIfAbsent(shown.itemId(), item -> new TreeMap<>());
                Optional<CompetitorVersion> known = Optional.ofNullable(ofItem.get(shown.observedAt()))
                        .or(() -> CompetitorVersion.findAt(context.rows(), shown.itemId(), shown.observedAt()));
                ObservationRules.next(
                                context, shown, known, Optional.of(taking.look().number()), Optional.empty())
                        .ifPresent(next -> {
                            versions.add(next);
                            ofItem.put(shown.observedAt(), next);
                        });
            }
        }
        if (!versions.isEmpty()) {
            taking.take(versions.size(), List.of(Edit.append(CompetitorVersion.TABLE, versions)));
        }
        return taking.done().telling(FALLEN, Json.array(fallen(context, taken)));
    }

    /** Each observation that was taken is compared with the one before it, be it taken now or known. */
    private static List<Json> fallen(Context context, Map<String, TreeMap<Instant, CompetitorVersion>> taken) {
        List<Json> fallen = new ArrayList<>();
        new TreeMap<>(taken)
                .values()
                .forEach(ofItem -> ofItem.forEach((at, version) -> {
                    Optional<CompetitorVersion> stored = CompetitorVersion.findBefore(
                            context.rows(), version.shown().itemId(), at);
                    Optional<CompetitorVersion> before = Optional.ofNullable(ofItem.lowerEntry(at))
                            .map(Map.Entry::getValue)
                            .filter(now -> stored.filter(known -> known.shown()
                                            .observedAt()
                                            .isAfter(now.shown().observedAt()))
                                    .isEmpty())
                            .or(() -> stored);
                    before.map(known -> new CompetitorMove(known.shown(), version.shown())).stream()
                            .flatMap(move -> move.fallen().stream())
                            .map(CollectCompetitors::told)
                            .forEach(fallen::add);
                }));
        return fallen;
    }

    private static Json told(FallenCounter fallen) {
        return Json.object(Map.of(
                "item", Json.of(fallen.itemId()),
                "at", Json.of(fallen.observedAt().toString()),
                "counter", Json.of(fallen.counter().name()),
                "was", Json.of(fallen.was()),
                "is", Json.of(fallen.is())));
    }

    private static FallenCounter fallen(JsonReader told) {
        return new FallenCounter(
                told.text("item"),
                Instant.parse(told.text("at")),
                FallenCounter.Counter.valueOf(told.text("counter")),
                told.number("was"),
                told.number("is"));
    }

    @Override
    public CompetitorIntake recall(Context context, Written written) {
        return new CompetitorIntake(
                Taking.recall(context, written, read.problems()),
                written.told().elements(FALLEN).stream()
                        .map(CollectCompetitors::fallen)
                        .toList());
    }
}

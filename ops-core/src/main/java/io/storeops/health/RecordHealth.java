package io.storeops.health;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Evidence;
import io.storeops.failure.Refusal;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedRead;
import io.storeops.inspection.PenaltyRule;
import io.storeops.inspection.RuleKey;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.position.HealthRules;
import io.storeops.source.Source;
import io.storeops.source.SourceLook;
import io.storeops.storage.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The act of taking readings of indicators: of a feed each by itself, of a person the one with its evidence.
 *
 * @param wish what was asked, the same whenever a source is read
 * @param read the readings as the source gave them
 * @param evidence the evidence of a reading by hand; empty if a feed gave the readings
 */
record RecordHealth(String wish, FeedRead<HealthReading> read, Optional<String> evidence) implements Act<HealthIntake> {
    private static final String ROWS = "rows";
    private static final String TAKEN = "taken";
    private static final String REFUSED = "refused";

    static RecordHealth byHand(HealthReading reading, String evidence) {
        return new RecordHealth(
                reading + " with " + evidence,
                new FeedRead<>(List.of(reading), List.of(), Optional.of(reading.asOf()), Coverage.COMPLETE),
                Optional.of(evidence));
    }

    static RecordHealth collected(FeedRead<HealthReading> read) {
        return new RecordHealth("COLLECT_HEALTH", read, Optional.empty());
    }

    @Override
    public EntryPoint entry() {
        return HealthModule.RECORD;
    }

    @Override
    public String arguments() {
        return wish;
    }

    @Override
    public Verdict decide(Context context) {
        Map<Key, HealthVersion> taken = new LinkedHashMap<>();
        Map<List<Object>, HealthVersion> last = new LinkedHashMap<>();
        List<Json> refused = new ArrayList<>();
        for (HealthReading reading : read.rows()) {
            Optional<Refusal> refusal = refusal(context, reading);
            if (refusal.isPresent() && evidence.isPresent()) {
                return new Verdict.Refused(refusal.get());
            }
            refusal.ifPresent(why -> refused.add(told(reading, why)));
            if (refusal.isEmpty()) {
                List<Object> place = List.of(reading.indicator(), reading.subject(), reading.asOf());
                Optional<HealthVersion> known =
                        Optional.ofNullable(last.get(place)).or(() -> HealthVersion.findAt(context.rows(), reading));
                if (known.filter(version -> version.reading().equals(reading) && version.coverage() == read.coverage())
                        .isEmpty()) {
                    HealthVersion next = new HealthVersion(
                            context.store().id(),
                            reading,
                            known.map(HealthVersion::version).orElse(0) + 1,
                            read.coverage(),
                            evidence,
                            context.stamp());
                    taken.put(next.key(), next);
                    last.put(place, next);
                }
            }
        }
        List<Edit<?>> edits =
                new ArrayList<>(List.of(Edit.insert(SourceLook.TABLE, SourceLook.next(context, Source.HEALTH, read))));
        if (!taken.isEmpty()) {
            edits.add(Edit.append(HealthVersion.TABLE, List.copyOf(taken.values())));
        }
        return Verdict.done(edits.toArray(Edit<?>[]::new))
                .telling(ROWS, Json.of(read.rows().size()))
                .telling(TAKEN, Json.of(taken.size()))
                .telling(REFUSED, Json.array(refused));
    }

    private Optional<Refusal> refusal(Context context, HealthReading reading) {
        RuleKey indicator = reading.indicator();
        List<HealthRules.Indicator> known =
                context.roster().maintenance().health().indicators();
        boolean penalties = indicator.equals(PenaltyRule.KEY);
        Optional<HealthRules.Indicator> found = known.stream()
                .filter(each -> new RuleKey(each.category(), each.metric()).equals(indicator))
                .findFirst();
        if (!penalties && found.isEmpty()) {
            return refuse(
                    "UNKNOWN_INDICATOR",
                    indicator + " is not an indicator of the roster; it has "
                            + known.stream()
                                    .map(each -> new RuleKey(each.category(), each.metric()))
                                    .toList()
                            + " and PENALTY");
        }
        Class<? extends HealthValue> wanted = penalties
                ? HealthValue.InForce.class
                : found.orElseThrow().kind() == HealthRules.Kind.SPEND
                        ? HealthValue.Spent.class
                        : HealthValue.Counted.class;
        if (!wanted.isInstance(reading.value())) {
            return refuse(
                    "WRONG_KIND",
                    indicator + " takes a value " + wanted.getSimpleName() + ", not "
                            + reading.value().getClass().getSimpleName());
        }
        if (!reading.subject().equals(context.store().id().value())
                && context.catalogue().items().stream()
                        .noneMatch(item -> item.id().equals(reading.subject()))) {
            return refuse(
                    "UNKNOWN_SUBJECT",
                    "'" + reading.subject() + "' is neither the store "
                            + context.store().id() + " nor an item of its catalogue");
        }
        // The same slack as a judgement has (D5): a source whose clock is a little ahead is read, and judged by then.
        Instant latest = context.now().plus(slack(context));
        if (reading.asOf().isAfter(latest)) {
            return refuse(
                    "FROM_THE_FUTURE",
                    "it is said to be of " + reading.asOf() + ", now is " + context.now()
                            + "; correct the instant, or the clock that it comes from");
        }
        return evidence.filter(id -> context.rows()
                        .find(Evidence.TABLE, Key.of(context.store().id(), id))
                        .isEmpty())
                .flatMap(id -> refuse(
                        "EVIDENCE_MISSING",
                        "there is no evidence '" + id + "' in the store; attach a screenshot first, and name it"));
    }

    private static Duration slack(Context context) {
        return context.roster().maintenance().feed().maxAge();
    }

    private static Optional<Refusal> refuse(String code, String detail) {
        return Optional.of(new Refusal(code, detail));
    }

    private static Json told(HealthReading reading, Refusal why) {
        return Json.object(Map.of(
                "indicator", Json.of(reading.indicator().toString()),
                "subject", Json.of(reading.subject()),
                "code", Json.of(why.code()),
                "detail", Json.of(why.detail())));
    }

    @Override
    public HealthIntake recall(Context context, Written written) {
        JsonReader told = written.told();
        return new HealthIntake(
                told.number(ROWS),
                told.number(TAKEN),
                told.elements(REFUSED).stream()
                        .map(refused -> new HealthIntake.Refused(
                                refused.text("indicator"),
                                refused.text("subject"),
                                refused.text("code"),
                                refused.text("detail")))
                        .toList(),
                List.of());
    }
}

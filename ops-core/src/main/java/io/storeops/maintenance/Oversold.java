package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Reaction;
import io.storeops.campaign.Campaign;
import io.storeops.campaign.QuotaExceeded;
import io.storeops.evidence.Stamp;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import io.storeops.inspection.RuleKey;
import io.storeops.storage.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Units that were sold beyond what an activity offers (超卖): one anomaly of the activity, found by its orders or by its effect, and the
 * orders that came too late, whose fate the manager decides (D45, R50). Pure.
 *
 * <p>Of each SKU with a quota the orders count in the order of their payment, from when the activity started until before it was over. One
 * that does not fit as a whole into what is left of the quota came too late.
 */
final class Oversold {
    /** What is wrong: a metric of its own, so that it is not the stock of a listing. */
    static final RuleKey KEY = RuleKey.of("STOCK", "QUOTA");

    private static final Comparator<SoldLine> PAID =
            Comparator.comparing(SoldLine::paidAt).thenComparing(SoldLine::orderId);

    private final Context context;
    private final Campaign campaign;
    private final Map<String, Long> quotas;

    private Oversold(Context context, Campaign campaign) {
        this.context = context;
        this.campaign = campaign;
        this.quotas = campaign.offers().stream()
                .filter(offer -> offer.quota().isPresent())
                .collect(Collectors.toMap(
                        offer -> Subjects.of(context, offer.sku()),
                        offer -> offer.quota().orElseThrow()));
    }

    /** As the effect of an activity was read; the orders as far as they are told. */
    static Reaction.Effect of(Context context, QuotaExceeded fact) {
        Oversold oversold = new Oversold(context, fact.campaign());
        return oversold.found(
                fact.sold(),
                fact.quota(),
                fact.campaign().ranFrom().orElse(context.now()),
                oversold.late(oversold.lines(List.of())));
    }

    /** As orders tell that are told now. */
    static List<Reaction.Effect> of(Context context, List<SoldLine> told) {
        Optional<Instant> first = told.stream().map(SoldLine::paidAt).min(Comparator.naturalOrder());
        return first.stream()
                .flatMap(at -> Campaign.notOver(context, at).stream())
                .map(campaign -> new Oversold(context, campaign))
                .filter(each -> told.stream().anyMatch(each::counts))
                .flatMap(each -> each.byOrders(told).stream())
                .toList();
    }

    /** Why it is not put right: the manager has not said what becomes of the orders. */
    static Optional<Refusal> undecided(Context context, Anomaly anomaly) {
        return anomaly.key().rule().equals(KEY)
                ? Requests.about(context, anomaly.id()).stream()
                        .filter(DecisionRequest::open)
                        .findFirst()
                        .map(request -> new Refusal(
                                "ORDERS_UNDECIDED",
                                "nobody has decided the fate of "
                                        + request.about().orders()
                                        + ", sold beyond the quota of "
                                        + anomaly.key().subject() + "; the manager decides the request "
                                        + request.id() + " first"))
                : Optional.empty();
    }

    private Optional<Reaction.Effect> byOrders(List<SoldLine> told) {
        List<SoldLine> lines = lines(told);
        List<SoldLine> late = late(lines);
        if (late.isEmpty()) {
            return Optional.empty();
        }
        Set<String> subjects = late.stream().map(SoldLine::subject).collect(Collectors.toSet());
        long sold = lines.stream()
                .filter(line -> subjects.contains(line.subject()))
                .mapToLong(SoldLine::units)
                .sum();
        long quota = subjects.stream()
                .mapToLong(subject -> quotas.getOrDefault(subject, 0L))
                .sum();
        return Optional.of(found(sold, quota, late.get(0).paidAt(), late));
    }

    /** Whether it is of a SKU with a quota, and was paid while the activity ran. */
    private boolean counts(SoldLine line) {
        return quotas.containsKey(line.subject()) && campaign.runsAt(line.paidAt());
    }

    /** What was sold of it, with what is told now in the place of what was told before, in the order of payment. */
    private List<SoldLine> lines(List<SoldLine> told) {
        Map<Key, SoldLine> lines = new HashMap<>();
        Stream.concat(stored(), told.stream())
                .filter(this::counts)
                .forEach(line -> lines.put(
                        SoldLine.TABLE.keyOf(line.store(), line.subject(), line.paidAt(), line.orderId()), line));
        return lines.values().stream().sorted(PAID).toList();
    }

    private Stream<SoldLine> stored() {
        return campaign.ranFrom().stream()
                .flatMap(from -> quotas.keySet().stream()
                        .flatMap(subject -> SoldLine.of(context, subject, from, campaign.end()).stream()));
    }

    /** Those that do not fit, in the order of payment. */
    private List<SoldLine> late(List<SoldLine> lines) {
        Map<String, Long> left = new HashMap<>(quotas);
        List<SoldLine> late = new ArrayList<>();
        for (SoldLine line : lines) {
            long rest = left.getOrDefault(line.subject(), 0L) - line.units();
            if (rest < 0) {
                late.add(line);
            } else {
                left.put(line.subject(), rest);
            }
        }
        return late;
    }

    private Reaction.Effect found(long sold, long quota, Instant since, List<SoldLine> late) {
        Finding.Outcome found = new Finding(
                        context,
                        new AnomalyKey(KEY, campaign.id()),
                        new Observation.Seen(
                                Long.toString(sold), Long.toString(quota), context.now(), since, Optional.empty()),
                        ActorId.SYSTEM,
                        Optional.empty(),
                        Optional.empty())
                .decide(false);
        return new Reaction.Effect(withRequest(found, late), found.messages());
    }

    /** What was found, and the request about the orders that nobody is asked about yet: more of them widen the one that is open. */
    private List<Edit<?>> withRequest(Finding.Outcome found, List<SoldLine> late) {
        List<Edit<?>> edits = new ArrayList<>(found.edits());
        found.about().flatMap(about -> asked(about.anomaly().id(), late)).ifPresent(edits::add);
        return edits;
    }

    private Optional<Edit<?>> asked(String anomaly, List<SoldLine> late) {
        List<DecisionRequest> requests = Requests.about(context, anomaly);
        Set<String> known = requests.stream()
                .flatMap(request -> request.about().orders().stream())
                .collect(Collectors.toSet());
        List<String> fresh = late.stream()
                .map(SoldLine::orderId)
                .distinct()
                .filter(order -> !known.contains(order))
                .toList();
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        Stamp stamp = new Stamp(ActorId.SYSTEM, context.now(), context.roster().version());
        return Optional.of(requests.stream()
                .filter(request -> request.open() && request.asked().by().equals(ActorId.SYSTEM))
                .findFirst()
                .<Edit<?>>map(open -> Edit.replace(
                        DecisionRequest.TABLE,
                        Requests.row(context, open.id()).orElseThrow(),
                        open.about(Stream.concat(open.about().orders().stream(), fresh.stream())
                                .toList())))
                .orElseGet(() -> Edit.insert(
                        DecisionRequest.TABLE,
                        new DecisionRequest(
                                context.store().id(),
                                free(anomaly),
                                new DecisionRequest.About(anomaly, fresh, Optional.empty()),
                                stamp,
                                Optional.empty()))));
    }

    private String free(String anomaly) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> anomaly + "/orders-" + number)
                .filter(id -> Requests.row(context, id).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}

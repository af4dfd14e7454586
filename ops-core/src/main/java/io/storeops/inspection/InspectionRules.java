package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import io.storeops.position.Baselines;
import io.storeops.position.HealthRules;
import io.storeops.position.Roster;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The table of all rules that a roster gives, by category and metric: those of the listings and rivals, which every roster has, and one for
 * each of its indicators (D29). Immutable.
 *
 * @param rules the rules by their keys, copied
 */
public record InspectionRules(SortedMap<RuleKey, InspectionRule<?>> rules) {
    /** Copies the rules. */
    public InspectionRules {
        rules = ImmutableSortedMap.copyOf(rules);
    }

    /**
     * The rules of a roster.
     *
     * @param roster the roster
     * @param baselines the base values in force: the roster's, with what was set since (D92)
     * @param currency the store's
     * @param catalogue the ids of the SKUs that are known, and of the items that stand for their only one; empty if nothing was enrolled
     * @return the table
     */
    public static InspectionRules of(
            Roster roster, Baselines baselines, Currency currency, Optional<Set<String>> catalogue) {
        SortedMap<RuleKey, InspectionRule<?>> rules = new TreeMap<>();
        add(rules, new StockRule(roster.maintenance().stock()));
        add(rules, new PriceRule());
        PageRule.METRICS.forEach(metric -> add(rules, PageRule.of(metric)));
        add(rules, new ActivityExpiryRule(baselines.activityExpiryWarning()));
        add(rules, new InformationRule(catalogue));
        add(rules, new PenaltyRule());
        add(rules, new CompetitorPriceRule(baselines.competitorPriceMove()));
        add(rules, new CompetitorTitleRule());
        add(rules, new CompetitorSalesRule(baselines.competitorSalesMove()));
        roster.maintenance().health().indicators().forEach(indicator -> add(rules, of(indicator, baselines, currency)));
        return new InspectionRules(rules);
    }

    private static void add(SortedMap<RuleKey, InspectionRule<?>> rules, InspectionRule<?> rule) {
        rules.put(rule.key(), rule);
    }

    /**
     * The rule of an indicator.
     *
     * @param indicator the indicator, the roster's
     * @param baselines the base values in force
     * @param currency the store's
     * @return a {@link ScoreRule}, {@link RateRule} or {@link SpendRule}
     */
    public static InspectionRule<?> of(HealthRules.Indicator indicator, Baselines baselines, Currency currency) {
        RuleKey key = new RuleKey(indicator.category(), indicator.metric());
        Limits limits = Limits.of(indicator, indicator.base(baselines), indicator.window(baselines));
        return switch (indicator.kind()) {
            case SCORE -> new ScoreRule(key, limits);
            case RATE -> new RateRule(key, limits);
            case SPEND -> new SpendRule(key, limits, currency);
        };
    }

    /**
     * A rule.
     *
     * @param key category and metric
     * @return the rule
     * @throws IllegalArgumentException if there is none, naming those that there are
     */
    public InspectionRule<?> get(RuleKey key) {
        return find(key)
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no rule " + key + "; there are " + rules.keySet()));
    }

    /**
     * A rule.
     *
     * @param key category and metric
     * @return the rule; empty if there is none
     */
    public Optional<InspectionRule<?>> find(RuleKey key) {
        return Optional.ofNullable(rules.get(requireNonNull(key, "key")));
    }
}

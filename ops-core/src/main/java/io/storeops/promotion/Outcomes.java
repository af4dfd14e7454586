package io.storeops.promotion;

import io.storeops.promotion.Selections.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which selections an order can end with, when of each exclusive group the promotion stays that is best for the buyer: the combination of
 * winners with the lowest total, of equal ones the one that leaves the seller less.
 *
 * <p>What wins among many that are offered also wins among fewer. So it is enough to offer, beside what is automatic, one optional
 * promotion of a group or none: an <em>offer</em>. Selections are told apart by the offer that they need, which is what is optional in
 * them; the best under an offer is the best of those that need it or a part of it. Where any combination can stay, each selection is an
 * offer of its own.
 */
final class Outcomes {
    private final Board board;
    private final boolean[] hasAutomatic;

    /** For each selection the number of the offer that it needs. */
    private final int[] needs;

    /** For each offer itself and those that are a part of it. */
    private final int[][] parts;

    /** For each offer the best selection of those that need just it. */
    private final int[] best;

    Outcomes(Board board, int[] active, List<Selection> selections) {
        this.board = board;
        this.hasAutomatic = new boolean[board.groups];
        for (int i : active) {
            Deal deal = board.deals[i];
            if (board.isBest && deal.group >= 0 && deal.level.isAutomatic()) {
                hasAutomatic[deal.group] = true;
            }
        }
        this.needs = new int[selections.size()];
        Map<BitSet, Integer> offers = new HashMap<>();
        for (int i = 0; i < needs.length; i++) {
            BitSet offer = offer(selections.get(i));
            Integer known = offers.putIfAbsent(offer, offers.size());
            needs[i] = known == null ? offers.size() - 1 : known;
        }
        this.best = new int[offers.size()];
        this.parts = new int[best.length][];
        offers.forEach((offer, number) -> parts[number] = parts(offer, offers));
    }

    /** The promotions of a selection without those of groups that are automatic. */
    private BitSet offer(Selection selection) {
        BitSet offer = new BitSet();
        for (int[] part : List.of(selection.unit(), selection.order())) {
            for (int i : part) {
                Deal deal = board.deals[i];
                offer.set(i, !board.isBest || deal.group < 0 || !deal.level.isAutomatic());
            }
        }
        return offer;
    }

    private int[] parts(BitSet offer, Map<BitSet, Integer> offers) {
        List<BitSet> found = new ArrayList<>(List.of(offer));
        offer.stream().filter(this::canBeLeftOut).forEach(i -> {
            for (BitSet whole : List.copyOf(found)) {
                BitSet part = (BitSet) whole.clone();
                part.clear(i);
                found.add(part);
            }
        });
        return found.stream().map(offers::get).mapToInt(Integer::intValue).toArray();
    }

    private boolean canBeLeftOut(int i) {
        int group = board.deals[i].group;
        return group >= 0 && hasAutomatic[group];
    }

    /** Of the selections that an order can end with, given what the buyer pays and the seller gets under each, the worst for the seller. */
    int worst(long[] total, long[] income) {
        Arrays.fill(best, -1);
        for (int i = 0; i < needs.length; i++) {
            best[needs[i]] = better(best[needs[i]], i, total, income);
        }
        int worst = -1;
        for (int[] offer : parts) {
            int stays = -1;
            for (int part : offer) {
                stays = better(stays, best[part], total, income);
            }
            if (worst < 0 || income[stays] < income[worst]) {
                worst = stays;
            }
        }
        return worst;
    }

    private static int better(int one, int other, long[] total, long[] income) {
        return one < 0 || total[other] < total[one] || (total[other] == total[one] && income[other] < income[one])
                ? other
                : one;
    }
}

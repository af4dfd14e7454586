package io.storeops.promotion;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * How an amount off an order is spread over its lines (D40): by their amounts, half-up to the minor unit, what is left of rounding to the
 * last line. If that is more than the last line costs, the lines before it bear the rest, the nearest first. So the shares add up to the
 * amount, and no line falls below 0.
 */
public final class Allocation {
    private Allocation() {}

    /**
     * Spreads an amount.
     *
     * @param total the amount in minor units, 0 to the sum of the lines
     * @param amounts what each line costs in minor units, each above 0, in the order of the cart
     * @return what each line bears, in the same order
     * @throws IllegalArgumentException if a line costs nothing or less, or the total is out of range
     */
    public static List<Long> allocate(long total, List<Long> amounts) {
        long[] shares = amounts.stream().mapToLong(Long::longValue).toArray();
        long sum = 0;
        for (long amount : shares) {
            if (amount <= 0) {
                throw new IllegalArgumentException("Nothing is spread over a line of " + amount + " minor units");
            }
            sum = Math.addExact(sum, amount);
        }
        if (total < 0 || total > sum) {
            throw new IllegalArgumentException(
                    "0 to " + sum + " minor units can be spread over the lines " + amounts + ", not " + total);
        }
        spread(total, shares.clone(), shares.length, sum, shares);
        ImmutableList.Builder<Long> list = ImmutableList.builder();
        for (long share : shares) {
            list.add(share);
        }
        return list.build();
    }

    /** The same on arrays, of which the first lines count. */
    static void spread(long total, long[] amounts, int lines, long sum, long[] shares) {
        if (lines == 0) {
            return;
        }
        int last = lines - 1;
        long left = total;
        for (int line = 0; line < last; line++) {
            shares[line] = Math.min(left, Rounding.halfUp(total, amounts[line], sum));
            left -= shares[line];
        }
        shares[last] = Math.min(left, amounts[last]);
        left -= shares[last];
        for (int line = last - 1; left > 0; line--) {
            long more = Math.min(left, amounts[line] - shares[line]);
            shares[line] += more;
            left -= more;
        }
    }
}

package io.storeops.promotion;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which promotions can be in effect together on one order, of those that are active: all of ITEM and ORDER, any of FLASH (a quota can be
 * used up), at most so many of MEMBER and of CODE as the rules allow, and of each exclusive group that is offered exactly one.
 *
 * <p>A selection is one answer to every question: an ungrouped FLASH, MEMBER or CODE is in or out, a group has one of its promotions as
 * winner, or none if all are optional. Every answer can occur, with just the winners offered beside what is automatic; and no two answers
 * give the same promotions. So the answers are the distinct selections, and none is made twice.
 */
final class Selections {
    private static final int[] NOBODY = new int[0];

    private final Board board;
    private final int limit;

    /** The questions, each with the positions of the promotions that answer it, -1 for none of them. */
    private final List<int[]> questions = new ArrayList<>();

    private final int[] active;
    private final boolean[] on;

    /** For each group whether one of its promotions is on. */
    private final boolean[] isWon;

    private final List<Selection> found = new ArrayList<>();
    private int[] lastUnit = NOBODY;

    /** One selection. For one thread. */
    static final class Selection {
        private final int[] unit;
        private final int[] order;
        private final boolean isWorst;
        private @Nullable ImmutableList<Promotion> promotions;

        private Selection(int[] unit, int[] order, boolean isWorst) {
            this.unit = unit;
            this.order = order;
            this.isWorst = isWorst;
        }

        /** The positions of the promotions of a unit, as listed; the same array as of the one before if they are the same. */
        int[] unit() {
            return unit;
        }

        /** The positions of the promotions of the order, in the sequence in which they apply. */
        int[] order() {
            return order;
        }

        /** Whether no code can be added to it; one that another can be added to is never the lowest of a bound. */
        boolean isWorst() {
            return isWorst;
        }

        /** Its promotions, as listed. */
        ImmutableList<Promotion> promotions(Board board) {
            if (promotions == null) {
                int[] taken = IntStream.concat(Arrays.stream(unit), Arrays.stream(order))
                        .sorted()
                        .toArray();
                ImmutableList.Builder<Promotion> listed = ImmutableList.builder();
                for (int deal : taken) {
                    listed.add(board.deals[deal].promotion);
                }
                promotions = listed.build();
            }
            return promotions;
        }
    }

    private Selections(Board board, int[] active, int limit) {
        this.board = board;
        this.active = active;
        this.limit = limit;
        this.on = new boolean[board.deals.length];
        this.isWon = new boolean[board.groups];
        ask();
    }

    /**
     * The selections of an interval.
     *
     * @param board the plan
     * @param active the positions of the promotions that are active, as listed
     * @param limit the most that are wanted
     * @return all of them, or empty if there are more
     */
    static Optional<List<Selection>> of(Board board, int[] active, int limit) {
        Selections selections = new Selections(board, active, limit);
        return selections.answer(0, 0, 0) ? Optional.of(selections.found) : Optional.empty();
    }

    /** The questions about the unit come first, so that selections with the same answers to them are neighbours. */
    private void ask() {
        List<int[]> codes = new ArrayList<>();
        boolean[] isAsked = new boolean[board.groups];
        for (int i : active) {
            Deal deal = board.deals[i];
            if (deal.group >= 0) {
                if (!isAsked[deal.group]) {
                    isAsked[deal.group] = true;
                    questions.add(winners(deal.group));
                }
            } else if (deal.level.isAutomatic()) {
                on[i] = true;
            } else {
                (deal.level == Level.CODE ? codes : questions).add(new int[] {-1, i});
            }
        }
        questions.addAll(codes);
    }

    private int[] winners(int group) {
        int[] members =
                Arrays.stream(active).filter(i -> board.deals[i].group == group).toArray();
        if (Arrays.stream(members).anyMatch(i -> board.deals[i].level.isAutomatic())) {
            return members;
        }
        int[] orNone = new int[members.length + 1];
        orNone[0] = -1;
        System.arraycopy(members, 0, orNone, 1, members.length);
        return orNone;
    }

    private boolean answer(int question, int codes, int members) {
        if (question == questions.size()) {
            add(codes);
            return found.size() <= limit;
        }
        for (int deal : questions.get(question)) {
            int moreCodes = codes;
            int moreMembers = members;
            if (deal >= 0) {
                Deal answer = board.deals[deal];
                moreCodes += answer.level == Level.CODE ? 1 : 0;
                moreMembers += answer.level == Level.MEMBER ? 1 : 0;
                if (moreCodes > board.codesPerOrder || moreMembers > board.membersPerOrder) {
                    continue;
                }
                turn(deal, answer.group, true);
            }
            boolean goesOn = answer(question + 1, moreCodes, moreMembers);
            if (deal >= 0) {
                turn(deal, board.deals[deal].group, false);
            }
            if (!goesOn) {
                return false;
            }
        }
        return true;
    }

    private void turn(int deal, int group, boolean state) {
        on[deal] = state;
        if (group >= 0) {
            isWon[group] = state;
        }
    }

    private void add(int codes) {
        int[] unit = taken(active, true);
        if (Arrays.equals(unit, lastUnit)) {
            unit = lastUnit;
        }
        lastUnit = unit;
        found.add(new Selection(unit, taken(board.sequence, false), codes == board.codesPerOrder || !canAddACode()));
    }

    private int[] taken(int[] from, boolean ofUnit) {
        int count = 0;
        int[] taken = new int[from.length];
        for (int deal : from) {
            if (on[deal] && board.deals[deal].level.isOfUnit() == ofUnit) {
                taken[count++] = deal;
            }
        }
        return Arrays.copyOf(taken, count);
    }

    private boolean canAddACode() {
        for (int i : active) {
            Deal deal = board.deals[i];
            if (deal.level == Level.CODE && !on[i] && (deal.group < 0 || !isWon[deal.group])) {
                return true;
            }
        }
        return false;
    }
}

package io.storeops.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterators;
import com.google.common.collect.Sets;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.StoreView;
import io.storeops.storage.Versioned;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The check of a store's audit chain, as far as it has come: it is given the lines in order, from the first, and each step makes
 * a new check. Immutable, so a check can go on from where an earlier one stopped. It keeps numbers, no lines.
 *
 * <p><b>Finds</b>, at the first line concerned: a line that was changed, deleted, inserted, swapped or doubled; contents that
 * were changed; contents that are gone though no later line of the trail says that they were redacted; an anchor that says
 * otherwise; and, at the first line that is missing, a tail that was cut off before an anchor's line.
 *
 * <p><b>Does not find</b> what only an anchor kept elsewhere can show: lines cut off at the end, and a chain that somebody wrote
 * anew from some line to its end with hashes that fit. Neither is found without an anchor at or behind the place. If the last
 * line that is written anew stands before others, the line behind it is the one named.
 */
public final class AuditChain {
    private final StoreId store;
    private final ImmutableSetMultimap<Long, Anchor> anchors;
    private final long lines;
    private final String head;
    private final ImmutableSortedSet<Long> unexplained;
    private final ImmutableSortedSet<Long> redacted;
    private final @Nullable Broken broken;

    private AuditChain(
            AuditChain before,
            String head,
            ImmutableSortedSet<Long> unexplained,
            ImmutableSortedSet<Long> redacted,
            @Nullable Broken broken) {
        this.store = before.store;
        this.anchors = before.anchors;
        this.lines = broken == null ? before.lines + 1 : before.lines;
        this.head = head;
        this.unexplained = unexplained;
        this.redacted = redacted;
        this.broken = broken;
    }

    private AuditChain(StoreId store, ImmutableSetMultimap<Long, Anchor> anchors) {
        this.store = store;
        this.anchors = anchors;
        this.lines = 0;
        this.head = "";
        this.unexplained = ImmutableSortedSet.of();
        this.redacted = ImmutableSortedSet.of();
        this.broken = null;
    }

    /** What a check comes to. */
    public sealed interface Result {}

    /**
     * Nothing was found.
     *
     * @param lines how many lines there are
     * @param head the last line, to be kept elsewhere; empty if there is none
     * @param redacted the numbers of the lines whose contents were redacted, in order
     */
    public record Intact(long lines, Optional<Anchor> head, List<Long> redacted) implements Result {
        /** Copies the numbers. */
        public Intact {
            requireNonNull(head, "head");
            redacted = List.copyOf(redacted);
        }
    }

    /**
     * The trail is not what was written.
     *
     * @param number the first line concerned, from 1
     * @param reason what is wrong with it
     */
    public record Broken(long number, String reason) implements Result {
        /** Checks for null. */
        public Broken {
            requireNonNull(reason, "reason");
        }
    }

    /**
     * The check of a chain before its first line.
     *
     * @param store the store
     * @param anchors heads of the chain that were kept elsewhere, in any order
     * @return the check
     * @throws IllegalArgumentException if an anchor is another store's
     */
    public static AuditChain of(StoreId store, Collection<Anchor> anchors) {
        ImmutableSetMultimap.Builder<Long, Anchor> byLine = ImmutableSetMultimap.builder();
        for (Anchor anchor : anchors) {
            if (!anchor.store().equals(store)) {
                throw new IllegalArgumentException("The anchor " + anchor + " is of the trail of store "
                        + anchor.store() + ", this is that of store " + store);
            }
            byLine.put(anchor.number(), anchor);
        }
        return new AuditChain(requireNonNull(store, "store"), byLine.build());
    }

    /**
     * Checks a whole chain.
     *
     * @param store the store
     * @param anchors heads of the chain that were kept elsewhere, in any order
     * @param lines the lines in order, read until something is wrong
     * @return what was found
     * @throws IllegalArgumentException if an anchor is another store's
     */
    public static Result check(StoreId store, Collection<Anchor> anchors, Iterator<AuditEntry> lines) {
        AuditChain chain = of(store, anchors);
        try {
            while (chain.broken == null && lines.hasNext()) {
                chain = chain.then(lines.next());
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            // Values that no line can have: somebody wrote them past the library.
            return new Broken(chain.lines + 1, "the line is not a line of a trail: " + e.getMessage());
        }
        return chain.end();
    }

    /**
     * Checks the whole chain of a store as it is kept.
     *
     * @param rows the rows of the store
     * @param anchors heads of the chain that were kept elsewhere, in any order
     * @return what was found
     * @throws IllegalArgumentException if an anchor is another store's
     */
    public static Result check(StoreView rows, Collection<Anchor> anchors) {
        Result first = checkOnce(rows, anchors);
        // A redaction that is committed while the lines are read looks like contents taken away: it does not the next
        // time.
        return first instanceof Intact ? first : checkOnce(rows, anchors);
    }

    private static Result checkOnce(StoreView rows, Collection<Anchor> anchors) {
        try (Scan<Versioned<AuditEntry>> scan = rows.scan(Query.of(AuditEntry.TABLE, rows.store()))) {
            return check(rows.store(), anchors, Iterators.transform(scan, Versioned::value));
        }
    }

    /**
     * The check with one more line. Once something is wrong it stays wrong, and further lines say nothing.
     *
     * @param line the next line in the order of the trail
     * @return the check
     */
    public AuditChain then(AuditEntry line) {
        if (broken != null) {
            return this;
        }
        Broken fault = fault(line);
        if (fault != null) {
            return new AuditChain(this, head, unexplained, redacted, fault);
        }
        ImmutableSortedSet<Long> gone = line.redacted() ? with(unexplained, Set.of(line.number())) : unexplained;
        // A line can tell of an earlier one only: a redaction announced for later explains nothing.
        Set<Long> explained = Sets.intersection(unexplained, Redaction.linesIn(line.record()));
        return explained.isEmpty()
                ? new AuditChain(this, line.hash(), gone, redacted, null)
                : new AuditChain(
                        this,
                        line.hash(),
                        ImmutableSortedSet.copyOf(Sets.difference(gone, explained)),
                        with(redacted, explained),
                        null);
    }

    private static ImmutableSortedSet<Long> with(ImmutableSortedSet<Long> numbers, Set<Long> more) {
        return ImmutableSortedSet.copyOf(Sets.union(numbers, more));
    }

    private @Nullable Broken fault(AuditEntry line) {
        long next = lines + 1;
        if (!line.store().equals(store)) {
            return new Broken(next, "the line belongs to store " + line.store());
        }
        if (line.number() > next) {
            return new Broken(next, "the line is missing: line " + line.number() + " follows line " + lines);
        }
        if (line.number() < next) {
            return line.number() == lines
                    ? new Broken(lines, "the line is there twice")
                    : new Broken(next, "line " + line.number() + " stands in its place");
        }
        if (!line.lineIntact()) {
            return new Broken(next, "the line was changed: it is not what its hash says");
        }
        if (!line.contentsIntact()) {
            return new Broken(next, "what it tells of before and after was changed: it is not what its hash says");
        }
        if (!line.previousHash().equals(head)) {
            return new Broken(
                    next, "the line does not follow line " + lines + ": one of the two is not the one written");
        }
        return anchors.get(next).stream()
                .filter(anchor -> !anchor.hash().hex().equals(line.hash()))
                .findFirst()
                .map(anchor -> new Broken(
                        next, "the anchor " + anchor + " says otherwise: the hash of the line is " + line.hash()))
                .orElse(null);
    }

    /**
     * What the check comes to if there are no more lines.
     *
     * @return what was found; the check itself can still go on
     */
    public Result end() {
        if (broken != null) {
            return broken;
        }
        if (!unexplained.isEmpty()) {
            return new Broken(
                    unexplained.first(),
                    "what it told of before and after is gone, and no later line says that it was redacted");
        }
        Optional<Anchor> beyond = anchors.values().stream()
                .filter(anchor -> anchor.number() > lines)
                .findFirst();
        if (beyond.isPresent()) {
            return new Broken(
                    lines + 1, "the tail after line " + lines + " was cut off: there is an anchor " + beyond.get());
        }
        return new Intact(
                lines,
                lines == 0 ? Optional.empty() : Optional.of(new Anchor(store, lines, Sha256.parse(head))),
                redacted.asList());
    }
}

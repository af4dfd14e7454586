package io.storeops.spi.several;

import io.storeops.feed.Extract;
import io.storeops.feed.FeedPage;
import io.storeops.feed.RowProblem;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.OrderLine;
import io.storeops.figures.Reading;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Between the ids of a part and those of the catalogue. An id that the table does not have becomes one that the catalogue cannot have, so
 * that no row of it is taken for another's. Immutable.
 *
 * @param part what the part is called
 * @param aliases the table; empty if the ids are the same
 */
record Translation(String part, Optional<Aliases> aliases) {
    String item(String theirs) {
        return translated(theirs, table -> table.ours(Alias.Of.ITEM, theirs));
    }

    /** A SKU, or an item that is its only one. */
    String sku(String theirs) {
        return translated(
                theirs, table -> table.ours(Alias.Of.SKU, theirs).or(() -> table.ours(Alias.Of.ITEM, theirs)));
    }

    String competitor(String theirs) {
        return aliases.filter(table -> !table.has(Alias.Of.COMPETITOR)).isPresent()
                ? theirs
                : translated(theirs, table -> table.ours(Alias.Of.COMPETITOR, theirs));
    }

    private String translated(String theirs, Function<Aliases, Optional<String>> ours) {
        return aliases.map(table -> ours.apply(table).orElse(part + "/" + theirs))
                .orElse(theirs);
    }

    Optional<String> theirItem(String ours) {
        return aliases.isEmpty() ? Optional.of(ours) : aliases.flatMap(table -> table.platform(Alias.Of.ITEM, ours));
    }

    Optional<String> theirSku(String ours) {
        return aliases.isEmpty()
                ? Optional.of(ours)
                : aliases.flatMap(
                        table -> table.platform(Alias.Of.SKU, ours).or(() -> table.platform(Alias.Of.ITEM, ours)));
    }

    OrderLine line(OrderLine line) {
        return line.itemId().map(theirs -> line.ofItem(item(theirs))).orElse(line);
    }

    /** A page whose rows speak the catalogue's ids; a row that no longer keeps its rules is a problem. */
    <T> FeedPage<T> page(FeedPage<T> page, BiFunction<Translation, T, T> translating) {
        if (aliases.isEmpty()) {
            return page;
        }
        return each(
                page,
                row -> Optional.of(translating.apply(this, row)),
                row -> page.extract().map(Extract::name).orElse(part));
    }

    private static <T> FeedPage<T> each(
            FeedPage<T> page, Function<T, Optional<T>> translating, Function<T, String> source) {
        List<T> rows = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>(page.problems());
        for (T row : page.rows()) {
            try {
                translating.apply(row).ifPresent(rows::add);
            } catch (IllegalArgumentException e) {
                problems.add(new RowProblem(source.apply(row), 0, Optional.empty(), String.valueOf(e.getMessage())));
            }
        }
        return new FeedPage<>(rows, problems, page.next(), page.sourceAsOf(), page.coverage(), page.extract());
    }

    /** Readings of the subjects that are asked for, under the part's name, and a problem of each whose id nobody knows. */
    FeedPage<Reading> readings(MetricsRequest request, Function<MetricsRequest, FeedPage<Reading>> feed) {
        Set<Subject> wanted = new HashSet<>(request.subjects());
        MetricsRequest asked = aliases.isEmpty()
                ? request
                : new MetricsRequest(
                        request.store(),
                        request.plan(),
                        request.slot(),
                        request.subjects().stream()
                                .flatMap(subject -> theirs(subject).stream())
                                .toList(),
                        true);
        return each(
                feed.apply(asked),
                reading -> {
                    Subject ours = ours(reading.subject());
                    return request.others() || wanted.contains(ours)
                            ? Optional.of(reading.of(ours).from(part))
                            : Optional.empty();
                },
                Reading::source);
    }

    private Optional<Subject> theirs(Subject ours) {
        return switch (ours.kind()) {
            case STORE -> Optional.of(ours);
            case ITEM -> theirItem(ours.id()).map(Subject::ofItem);
            case COMPETITOR ->
                aliases.filter(table -> table.has(Alias.Of.COMPETITOR)).isEmpty()
                        ? Optional.of(ours)
                        : aliases.flatMap(table -> table.platform(Alias.Of.COMPETITOR, ours.id()))
                                .map(Subject::ofCompetitor);
        };
    }

    private Subject ours(Subject theirs) {
        if (theirs.kind() == SubjectKind.STORE || aliases.isEmpty()) {
            return theirs;
        }
        Aliases table = aliases.get();
        Alias.Of of = theirs.kind() == SubjectKind.ITEM ? Alias.Of.ITEM : Alias.Of.COMPETITOR;
        if (!table.has(of)) {
            return theirs;
        }
        return new Subject(
                theirs.kind(),
                table.ours(of, theirs.id())
                        .orElseThrow(() -> new IllegalArgumentException("the table " + table + " has no "
                                + theirs.kind() + " '" + theirs.id()
                                + "' of part '" + part + "', so nobody knows whose figures these are; add a line with"
                                + " it")));
    }
}

package io.storeops.adapter.jdbc.marketplace;

import io.storeops.adapter.jdbc.marketplace.Query.Wanted;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Looks at every statement before any is run: that it only reads, that the database takes it, and that its columns are what the roles need. */
final class Opening {
    private static final int LONGEST_WORDS = 300;

    private final Source source;
    private final ErpDatabase database;
    private final Set<String> given;
    private final List<String> problems = new ArrayList<>();

    private Opening(Source source, ErpDatabase database, Set<String> given) {
        this.source = source;
        this.database = database;
        this.given = given;
    }

    /**
     * Prepares every statement of a configuration.
     *
     * @param given the parameters that the store gives values
     * @return the statements by their feeds
     * @throws AdapterException INVALID with everything that is wrong, or as the database failed
     */
    static Map<Feed, Prepared> check(Source source, ErpDatabase database, Set<String> given) {
        Opening opening = new Opening(source, database, given);
        opening.checkParameters();
        Map<Feed, Prepared> prepared = opening.prepare();
        if (!opening.problems.isEmpty()) {
            throw new AdapterException(
                    FaultKind.INVALID,
                    opening.problems.size() == 1
                            ? source.name() + " " + opening.problems.get(0)
                            : opening.problems.size() + " problems with " + source.name() + ":\n- "
                                    + String.join("\n- ", opening.problems));
        }
        return prepared;
    }

    private void checkParameters() {
        Set<String> missing = new TreeSet<>(source.parameters());
        missing.removeAll(given);
        Set<String> unknown = new TreeSet<>(given);
        unknown.removeAll(source.parameters());
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            problems.add(
                    "has the parameters " + new TreeSet<>(source.parameters()) + ", and the key 'parameters' gives "
                            + new TreeSet<>(given) + (missing.isEmpty() ? "" : "; give a value to " + missing)
                            + (unknown.isEmpty() ? "" : "; take out " + unknown));
        }
    }

    private Map<Feed, Prepared> prepare() {
        Map<Feed, Prepared> prepared = new EnumMap<>(Feed.class);
        try (Connection connection = database.open()) {
            for (Query query : source.queries()) {
                select(query)
                        .flatMap(select -> prepare(connection, query, select))
                        .ifPresent(of -> prepared.put(query.feed(), of));
                connection.rollback();
            }
        } catch (SQLException e) {
            throw database.failure("be opened", e);
        }
        return prepared;
    }

    private Optional<SelectText> select(Query query) {
        try {
            SelectText select =
                    SelectText.parse(query.text(), database.product().backticks());
            Set<String> unknown = new TreeSet<>(select.parameters());
            unknown.removeAll(query.parameters());
            if (!unknown.isEmpty()) {
                problem(
                        query,
                        "the statement has the parameters " + unknown + ", which nobody knows; known: "
                                + query.parameters());
                return Optional.empty();
            }
            boolean timed = select.parameters().stream().anyMatch(Feed.TIMES::contains);
            if (timed && source.zone().isEmpty()) {
                problem(
                        query,
                        "the statement compares times with " + new TreeSet<>(select.parameters())
                                + ", and no zone is configured; " + zoneAdvice());
            }
            return Optional.of(select);
        } catch (SelectText.Refused e) {
            problem(query, "the statement " + e.reason());
            return Optional.empty();
        }
    }

    private static String zoneAdvice() {
        return "say under 'zone', as a key or in the document, in which zone the ERP writes times that say none";
    }

    private void problem(Query query, String what) {
        problems.add(query.feed().member() + ": " + what);
    }

    private Optional<Prepared> prepare(Connection connection, Query query, SelectText select) {
        try (PreparedStatement statement = connection.prepareStatement(select.jdbc())) {
            ResultSetMetaData columns = statement.getMetaData();
            if (columns == null) {
                problem(query, "the statement has no result");
                return Optional.empty();
            }
            return Optional.of(new Prepared(select, columns(query, columns)));
        } catch (SQLException e) {
            // What it says of a statement that never ran has no value of a row in it.
            problem(
                    query,
                    "the database does not take the statement: " + words(e) + " (SQLState " + e.getSQLState() + ")");
            return Optional.empty();
        }
    }

    private static String words(SQLException failure) {
        String words = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
        return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) + "..." : words;
    }

    private Map<String, Column> columns(Query query, ResultSetMetaData found) throws SQLException {
        List<String> labels = new ArrayList<>();
        for (int place = 1; place <= found.getColumnCount(); place++) {
            labels.add(found.getColumnLabel(place));
        }
        Map<String, Column> columns = new HashMap<>();
        Set<Integer> read = new HashSet<>();
        for (Wanted wanted : query.wanted()) {
            List<Integer> places = places(labels, wanted.column());
            read.addAll(places);
            if (places.size() != 1) {
                problem(
                        query,
                        "the column '" + wanted.column() + "' (" + wanted.role() + ") "
                                + (places.isEmpty()
                                        ? "is not in the result"
                                        : "stands " + places.size() + " times in the result")
                                + "; it has " + labels + ". Name it in the SELECT with AS");
                continue;
            }
            int place = places.get(0);
            Family family = Family.of(found, place);
            check(query, wanted, family, found.getColumnTypeName(place));
            columns.put(wanted.column(), new Column(place, wanted.column(), family));
        }
        for (int place = 1; place <= labels.size(); place++) {
            if (!read.contains(place)) {
                problem(
                        query,
                        "the column '" + labels.get(place - 1)
                                + "' of the result has no role. What nobody reads is not selected, least of all what is personal; give it a"
                                + " role, or leave it out");
            }
        }
        return columns;
    }

    /** As it is written, else, if that is but one, in other letters: databases fold names that are not quoted. */
    private static List<Integer> places(List<String> labels, String name) {
        List<Integer> exact = IntStream.rangeClosed(1, labels.size())
                .filter(place -> labels.get(place - 1).equals(name))
                .boxed()
                .toList();
        return exact.isEmpty()
                ? IntStream.rangeClosed(1, labels.size())
                        .filter(place -> labels.get(place - 1).equalsIgnoreCase(name))
                        .boxed()
                        .toList()
                : exact;
    }

    private void check(Query query, Wanted wanted, Family family, String type) {
        String column =
                "the column '" + wanted.column() + "' (" + wanted.role() + ") is " + family.words() + " (" + type + ")";
        if (!wanted.kind().accepts(family)) {
            problem(
                    query,
                    column + "; accepted is " + wanted.kind().accepted() + ". "
                            + wanted.kind().advice(family));
        } else if (wanted.kind().needsZone(family) && source.zone().isEmpty()) {
            problem(query, column + ", and no zone is configured; " + zoneAdvice());
        }
    }
}

package io.storeops.spi.tck;

import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnType;
import io.storeops.storage.Key;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows of any table, made of its columns alone, often with what adapters find hard. The same seed makes the same rows. */
final class GeneratedRows {
    private static final List<Long> LONGS =
            List.of(0L, 1L, -1L, 9_007_199_254_740_993L, Long.MIN_VALUE, Long.MAX_VALUE);
    private static final List<String> DECIMALS = List.of(
            "0", "0.00", "1.10", "-1.1", "1E+3", "0.000000000000000001", "-99999999999999999999.999999999999999999");
    private static final List<Instant> INSTANTS = List.of(
            Instant.EPOCH,
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.parse("1900-12-31T15:54:17.000001Z"),
            Instant.parse("2024-02-29T16:00:00.100000Z"),
            Instant.parse("9999-12-31T23:59:59.999999Z"));
    private static final List<LocalDate> DATES = List.of(
            LocalDate.of(1, 1, 1), LocalDate.of(1582, 10, 10), LocalDate.of(2024, 2, 29), LocalDate.of(9999, 12, 31));
    private static final int MICROS_A_SECOND = 1_000_000;

    /** A decimal has at most 35 digits before its point: that many the narrowest of the databases keeps, MariaDB. */
    private static final int BITS_OF_35_DIGITS = 116;

    private final Random random;

    GeneratedRows(long seed) {
        this.random = new Random(seed);
    }

    /** As many rows as asked for, each with a key of its own. */
    List<Row> rows(Table<Row> table, StoreId store, int count) {
        Set<Key> keys = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        // The key may be the store alone, or a truth value.
        for (int attempt = 0; attempt < 10 * count && rows.size() < count; attempt++) {
            Row row = row(table, store);
            if (keys.add(table.keyOf(row))) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Row row(Table<Row> table, StoreId store) {
        Set<Column<?>> onPaths =
                table.paths().values().stream().flatMap(List::stream).collect(Collectors.toSet());
        List<@Nullable Object> values = new ArrayList<>(List.of(store.value()));
        for (Column<?> column : table.columns().subList(1, table.columns().size())) {
            boolean absent = table.optional(column) && random.nextInt(3) == 0;
            values.add(absent ? null : value(column.type(), onPaths.contains(column)));
        }
        return Row.of(table, values);
    }

    /** Other values in all columns but those of the key. */
    Row replacement(Table<Row> table, Row old) {
        List<@Nullable Object> values = new ArrayList<>(row(table, old.store()).values());
        for (int i = 0; i < values.size(); i++) {
            if (table.key().contains(table.columns().get(i))) {
                values.set(i, old.values().get(i));
            }
        }
        return Row.of(table, values);
    }

    private Object value(ColumnType type, boolean onPath) {
        return switch (type) {
            case TEXT -> onPath || random.nextInt(20) > 0 ? text() : text().concat("店🛒,\"x\"\r\n".repeat(5_000));
            case LONG -> random.nextInt(3) > 0 ? oneOf(LONGS) : random.nextLong();
            case DECIMAL -> decimal();
            case INSTANT -> random.nextInt(3) == 0 ? oneOf(INSTANTS) : instant();
            case DATE -> random.nextInt(3) == 0 ? oneOf(DATES) : LocalDate.ofEpochDay(random.nextInt(40_000));
            case BOOL -> random.nextBoolean();
            case JSON -> json(3);
        };
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One to three hard parts, or letters of any script that no database takes for something else. */
    private String text() {
        if (random.nextInt(4) > 0) {
            return IntStream.rangeClosed(0, random.nextInt(3))
                    .mapToObj(part -> oneOf(ValueRules.TEXTS))
                    .collect(Collectors.joining());
        }
        return random.ints(random.nextInt(12), 1, Character.MIN_SUPPLEMENTARY_CODE_POINT * 2)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private BigDecimal decimal() {
        if (random.nextInt(3) == 0) {
            BigDecimal edge = new BigDecimal(oneOf(DECIMALS));
            return edge.setScale(Math.max(0, edge.scale()));
        }
        BigInteger digits = new BigInteger(BITS_OF_35_DIGITS, random);
        return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), random.nextInt(18));
    }

    private Instant instant() {
        long second = random.nextInt(2_000_000_000);
        return Instant.ofEpochSecond(second, random.nextInt(MICROS_A_SECOND) * 1000L);
    }

    private Json json(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> Json.of(text());
            case 1 -> new Json.Num(decimal());
            case 2 -> Json.of(random.nextBoolean());
            case 3 -> Json.ofNull();
            case 4 ->
                Json.array(IntStream.range(0, random.nextInt(4))
                        .mapToObj(element -> json(depth - 1))
                        .toList());
            default -> {
                Map<String, Json> members = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    members.put(text(), json(depth - 1));
                }
                yield Json.object(members);
            }
        };
    }
}

package io.storeops.spi.tck;

import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Column;
import io.storeops.storage.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A row with a column of every type, once required and once optional. */
record Specimen(StoreId store, String id, Always always, Sometimes sometimes) {
    private static final Column<String> ID = Column.text("id", "names the specimen");
    private static final Column<String> TEXT = Column.text("text", "a text");
    private static final Column<Long> NUMBER = Column.number("number", "a whole number");
    private static final Column<BigDecimal> DECIMAL = Column.decimal("decimal", "a decimal number");
    private static final Column<Instant> INSTANT = Column.instant("instant", "an instant");
    private static final Column<LocalDate> DATE = Column.date("date", "a date");
    private static final Column<Boolean> FLAG = Column.flag("flag", "a truth value");
    private static final Column<Json> JSON = Column.json("json", "a nested value");
    private static final Column<String> MAYBE_TEXT = Column.text("maybe_text", "a text or nothing");
    private static final Column<Long> MAYBE_NUMBER = Column.number("maybe_number", "a whole number or nothing");
    private static final Column<BigDecimal> MAYBE_DECIMAL = Column.decimal("maybe_decimal", "a decimal or nothing");
    private static final Column<Instant> MAYBE_INSTANT = Column.instant("maybe_instant", "an instant or nothing");
    private static final Column<LocalDate> MAYBE_DATE = Column.date("maybe_date", "a date or nothing");
    private static final Column<Boolean> MAYBE_FLAG = Column.flag("maybe_flag", "a truth value or nothing");
    private static final Column<Json> MAYBE_JSON = Column.json("maybe_json", "a nested value or nothing");

    static final Table<Specimen> TABLE = Table.of("kit_specimen", Specimen::store)
            .column(ID, Specimen::id)
            .column(TEXT, specimen -> specimen.always.text())
            .column(NUMBER, specimen -> specimen.always.number())
            .column(DECIMAL, specimen -> specimen.always.decimal())
            .column(INSTANT, specimen -> specimen.always.instant())
            .column(DATE, specimen -> specimen.always.date())
            .column(FLAG, specimen -> specimen.always.flag())
            .column(JSON, specimen -> specimen.always.json())
            .optional(MAYBE_TEXT, specimen -> specimen.sometimes.text())
            .optional(MAYBE_NUMBER, specimen -> specimen.sometimes.number())
            .optional(MAYBE_DECIMAL, specimen -> specimen.sometimes.decimal())
            .optional(MAYBE_INSTANT, specimen -> specimen.sometimes.instant())
            .optional(MAYBE_DATE, specimen -> specimen.sometimes.date())
            .optional(MAYBE_FLAG, specimen -> specimen.sometimes.flag())
            .optional(MAYBE_JSON, specimen -> specimen.sometimes.json())
            .key(ID)
            .reads(row -> new Specimen(
                    row.store(),
                    row.get(ID),
                    new Always(
                            row.get(TEXT),
                            row.get(NUMBER),
                            row.get(DECIMAL),
                            row.get(INSTANT),
                            row.get(DATE),
                            row.get(FLAG),
                            row.get(JSON)),
                    new Sometimes(
                            row.find(MAYBE_TEXT),
                            row.find(MAYBE_NUMBER),
                            row.find(MAYBE_DECIMAL),
                            row.find(MAYBE_INSTANT),
                            row.find(MAYBE_DATE),
                            row.find(MAYBE_FLAG),
                            row.find(MAYBE_JSON))));

    static Specimen of(String id, Always always) {
        return new Specimen(KitStore.ID, id, always, Sometimes.of(always));
    }

    static Specimen of(String id, Sometimes sometimes) {
        return new Specimen(KitStore.ID, id, Always.plain(), sometimes);
    }

    /** The columns that always have a value. */
    record Always(
            String text, long number, BigDecimal decimal, Instant instant, LocalDate date, boolean flag, Json json) {
        static Always plain() {
            return new Always(
                    "text",
                    1,
                    new BigDecimal("1.5"),
                    Instant.parse("2024-06-16T01:00:00Z"),
                    LocalDate.of(2024, 6, 16),
                    true,
                    Json.of("json"));
        }

        Always withText(String other) {
            return new Always(other, number, decimal, instant, date, flag, Json.of(other));
        }

        Always withNumber(long other) {
            return new Always(text, other, decimal, instant, date, flag, Json.of(other));
        }

        Always withDecimal(BigDecimal other) {
            return new Always(text, number, other, instant, date, flag, new Json.Num(other));
        }

        Always withInstant(Instant other) {
            return new Always(text, number, decimal, other, date, flag, json);
        }

        Always withDate(LocalDate other) {
            return new Always(text, number, decimal, instant, other, flag, json);
        }

        Always withFlag(boolean other) {
            return new Always(text, number, decimal, instant, date, other, Json.of(other));
        }

        Always withJson(Json other) {
            return new Always(text, number, decimal, instant, date, flag, other);
        }
    }

    /** The columns that may be absent. */
    record Sometimes(
            Optional<String> text,
            Optional<Long> number,
            Optional<BigDecimal> decimal,
            Optional<Instant> instant,
            Optional<LocalDate> date,
            Optional<Boolean> flag,
            Optional<Json> json) {
        static Sometimes of(Always all) {
            return some(all, -1);
        }

        /** The values of {@code all} in the columns whose bit is set. */
        static Sometimes some(Always all, int bits) {
            return new Sometimes(
                    Optional.of(all.text()).filter(any -> (bits & 1) != 0),
                    Optional.of(all.number()).filter(any -> (bits & 2) != 0),
                    Optional.of(all.decimal()).filter(any -> (bits & 4) != 0),
                    Optional.of(all.instant()).filter(any -> (bits & 8) != 0),
                    Optional.of(all.date()).filter(any -> (bits & 16) != 0),
                    Optional.of(all.flag()).filter(any -> (bits & 32) != 0),
                    Optional.of(all.json()).filter(any -> (bits & 64) != 0));
        }
    }
}

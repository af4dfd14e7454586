package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.json.Json;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripTest {
    @Property(tries = 150)
    void whateverIsCommittedComesBackFromTheJournalAndFromTheTables(@ForAll("remarks") List<Remark> remarks)
            throws IOException {
        Path folder = Files.createTempDirectory("storeops 店铺 ");
        try {
            Storage storage = Folders.open(new FolderDisk(folder), 10);
            for (Remark remark : remarks) {
                storage.commit(changes("c" + remark.id()).insert(Remark.TABLE, remark));
            }
            List<Versioned<Remark>> kept = all(storage);
            assertEquals(remarks.size(), kept.size());
            assertTrue(kept.stream().map(Versioned::value).toList().containsAll(remarks));
            Storage fromTheJournal = Folders.open(folder);
            assertEquals(kept, all(fromTheJournal));
            fromTheJournal.close();
            assertEquals(kept, all(Folders.open(folder)));
            assertEquals(List.of(), Folders.verify(folder).problems());
        } finally {
            Folders.delete(folder);
        }
    }

    private static List<Versioned<Remark>> all(Storage storage) {
        return storage.select(Query.of(Remark.TABLE, SHOP)).items();
    }

    @Provide
    Arbitrary<List<Remark>> remarks() {
        return remark().list().ofMaxSize(6).uniqueElements(Remark::id);
    }

    private static Arbitrary<Remark> remark() {
        Arbitrary<Remark> required = Combinators.combine(
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .ofMinLength(1)
                                .ofMaxLength(8),
                        texts(),
                        Arbitraries.longs(),
                        decimals(),
                        instants(),
                        dates(),
                        Arbitraries.of(true, false),
                        documents())
                .as((id, text, units, amount, at, day, open, detail) -> new Remark(
                        SHOP,
                        id,
                        text,
                        units,
                        amount,
                        at,
                        day,
                        open,
                        detail,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        return Combinators.combine(
                        required,
                        texts().optional(),
                        Arbitraries.longs().optional(),
                        decimals().optional(),
                        instants().optional(),
                        dates().optional(),
                        Arbitraries.of(true, false).optional(),
                        documents().optional())
                .as((r, note, score, share, closedAt, dueOn, agreed, extra) -> new Remark(
                        SHOP,
                        r.id(),
                        r.text(),
                        r.units(),
                        r.amount(),
                        r.at(),
                        r.day(),
                        r.open(),
                        r.detail(),
                        note,
                        score,
                        share,
                        closedAt,
                        dueOn,
                        agreed,
                        extra));
    }

    /** Any text that a column of text takes: no NUL, no unpaired surrogate; what CSV finds hard comes often. */
    private static Arbitrary<String> texts() {
        Arbitrary<String> hard = Arbitraries.of(
                        "=", "+", "-", "@", "'", "\"", ",", "\r", "\n", "\r\n", "\t", "＝", "\uFEFF", "店", "😀", " ",
                        "x", "C,1,", "B,2,")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
        Arbitrary<String> any = Arbitraries.strings()
                .all()
                .ofMaxLength(20)
                .map(text -> text.codePoints()
                        .filter(c -> c != 0 && (c < 0xD800 || c > 0xDFFF))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
        return Arbitraries.oneOf(hard, any);
    }

    private static Arbitrary<BigDecimal> decimals() {
        return Combinators.combine(
                        Arbitraries.bigIntegers().between(BigInteger.TEN.pow(30).negate(), BigInteger.TEN.pow(30)),
                        Arbitraries.integers().between(0, 20))
                .as(BigDecimal::new);
    }

    private static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(-62_167_219_200L, 253_402_300_799L),
                        Arbitraries.integers().between(0, 999_999))
                .as((second, micro) -> Instant.ofEpochSecond(second, micro * 1000L));
    }

    private static Arbitrary<LocalDate> dates() {
        return Arbitraries.longs().between(-719_528, 2_932_896).map(LocalDate::ofEpochDay);
    }

    private static Arbitrary<Json> documents() {
        Arbitrary<Json> leaf = Arbitraries.oneOf(
                texts().map(Json::of),
                Arbitraries.longs().map(Json::of),
                decimals().map(Json.Num::new),
                Arbitraries.of(Json.ofNull(), Json.of(true), Json.of(false)));
        Arbitrary<Json> array = leaf.list().ofMaxSize(3).map(Json::array);
        Arbitrary<Json> object = Arbitraries.maps(texts(), array).ofMaxSize(3).map(Json::object);
        return Arbitraries.oneOf(leaf, array, object);
    }
}

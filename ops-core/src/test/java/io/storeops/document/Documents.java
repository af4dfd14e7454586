package io.storeops.document;

import io.storeops.catalog.Money;
import io.storeops.id.Sha256;
import io.storeops.kpi.Ratio;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Documents as anybody could make them, with names as somebody who means ill would choose them. */
public final class Documents {
    private static final List<String> HOSTILE = List.of(
            "|",
            "||",
            "\\",
            "\\|",
            "\n",
            "\r\n",
            "\u2028",
            "\u0085",
            "\u202E",
            "@all",
            "<@uid>",
            "[x](http://evil.example)",
            "![x](y)",
            "www.evil.example",
            "WWW.",
            "https://evil.example",
            "mailto:a@b.example",
            "<img src=x>",
            "&lt;",
            "**",
            "__",
            "`",
            "```",
            "~~",
            "# ",
            "- ",
            "1. ",
            "> ",
            "---",
            "| --- |",
            "连衣裙",
            "🛒",
            " ",
            "a");

    private Documents() {}

    static Arbitrary<String> names() {
        return Arbitraries.of(HOSTILE).list().ofMinSize(1).ofMaxSize(6).map(parts -> String.join("", parts));
    }

    private static Arbitrary<Line> lines() {
        Arbitrary<Line> words =
                Arbitraries.of("", "Slot", "支付金额", "a | b", "Day so far").map(Line::of);
        Arbitrary<Line> mixed = Combinators.combine(words, names(), words)
                .as((before, name, after) -> before.andName(name).and(after));
        return Arbitraries.oneOf(words, names().map(Line::ofName), mixed);
    }

    private static Arbitrary<Line> shownLines() {
        return lines().filter(line -> !line.showsNothing());
    }

    static Arbitrary<Cell> cells() {
        Arbitrary<Currency> currencies = Arbitraries.of("CNY", "JPY", "BHD").map(Currency::getInstance);
        return Arbitraries.oneOf(
                lines().map(Cell::of),
                Arbitraries.longs().map(Cell::of),
                Combinators.combine(Arbitraries.longs(), currencies)
                        .as((minor, currency) -> new Cell.Amount(Money.ofMinor(minor, currency))),
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs().between(0, Long.MAX_VALUE))
                        .as((n, d) -> new Cell.Share(Ratio.of(n, d))),
                Arbitraries.longs()
                        .between(-800_000, 3_000_000)
                        .map(LocalDate::ofEpochDay)
                        .map(Cell::of),
                Arbitraries.of("缺", "missing").map(Cell.Missing::new));
    }

    static Arbitrary<Block.Table> tables() {
        Arbitrary<Block.Column> column =
                Combinators.combine(lines(), Arbitraries.of(Block.Align.class)).as(Block.Column::new);
        return Arbitraries.integers()
                .between(1, 5)
                .flatMap(width -> Combinators.combine(
                                column.list().ofSize(width),
                                Combinators.combine(cells().list().ofSize(width), Arbitraries.of(true, false))
                                        .as(Block.Row::new)
                                        .list()
                                        .ofMaxSize(5))
                        .as(Block.Table::new));
    }

    private static Arbitrary<Block> blocks() {
        Arbitrary<Block.Field> field = Combinators.combine(lines(), cells()).as(Block.Field::new);
        return Arbitraries.oneOf(
                lines().map(Block.Heading::new),
                lines().map(Block.Text::new),
                field.list().ofMaxSize(4).map(Block.Fields::new),
                tables(),
                charts(),
                shownLines().map(line -> new Block.Image(Sha256.of(line.text()), "image/png", line)));
    }

    private static Arbitrary<Chart> charts() {
        return Arbitraries.of("CNY", "JPY", "BHD")
                .map(Currency::getInstance)
                .flatMap(currency -> Arbitraries.oneOf(
                        charts(Arbitraries.longs().map(Cell::of)),
                        charts(Arbitraries.longs().map(minor -> new Cell.Amount(Money.ofMinor(minor, currency)))),
                        charts(Combinators.combine(
                                        Arbitraries.longs(), Arbitraries.longs().between(0, Long.MAX_VALUE))
                                .as((n, d) -> new Cell.Share(Ratio.of(n, d))))));
    }

    private static Arbitrary<Chart> charts(Arbitrary<Cell> values) {
        Arbitrary<Block.Field> level = Combinators.combine(lines(), values).as(Block.Field::new);
        Arbitrary<Block.Field> point = Combinators.combine(
                        lines(),
                        Arbitraries.oneOf(values, Arbitraries.of("缺", "n/a").map(Cell.Missing::new)))
                .as(Block.Field::new);
        return Combinators.combine(
                        shownLines(),
                        Arbitraries.of(Chart.Form.class),
                        point.list().ofMinSize(1).ofMaxSize(6),
                        level.optional())
                .as(Chart::new);
    }

    /**
     * Any documents.
     *
     * @return documents with blocks of every kind
     */
    public static Arbitrary<Document> documents() {
        return Combinators.combine(
                        shownLines(),
                        blocks().list().ofMaxSize(5),
                        Arbitraries.of("release/2024-06-16#09/v1").optional())
                .as(Document::new);
    }
}

package io.storeops.scorecard;

import io.storeops.act.Context;
import io.storeops.catalog.Language;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.kpi.Ratio;
import java.util.List;

/** A scorecard for people: each figure with its whole numbers, its percent, and the percent without what is excused. */
final class ScorecardDocument {
    private ScorecardDocument() {}

    static Document of(Context context, Scorecard scorecard) {
        Language language = context.store().language();
        Line title = Line.of(language.choose("考核表", "Scorecard") + " ")
                .andName(context.store().name())
                .and(scorecard.person().isPresent() ? " " : "")
                .andName(scorecard.person().map(person -> person.value()).orElse(""))
                .and(" " + scorecard.from() + " - " + scorecard.to());
        List<Block.Column> columns = List.of(
                Block.Column.text(language.choose("指标", "KPI")),
                Block.Column.text(language.choose("名称", "Name")),
                Block.Column.number("n"),
                Block.Column.number("d"),
                Block.Column.number("%"),
                Block.Column.number(language.choose("剔除豁免 %", "% without what is excused")));
        return Document.of(
                title,
                List.of(
                        new Block.Fields(List.of(
                                new Block.Field(
                                        Line.of(language.choose("数据截至", "As of")),
                                        Cell.of(scorecard.asOf().toString())),
                                new Block.Field(
                                        Line.of(language.choose("时区", "Time zone")),
                                        Cell.of(context.store().zone().getId())))),
                        new Block.Table(
                                columns,
                                scorecard.lines().stream()
                                        .map(line -> row(language, line))
                                        .toList())));
    }

    private static Block.Row row(Language language, ScoreLine line) {
        return Block.Row.of(List.of(
                Cell.of(line.kpi().id()),
                Cell.of(language.choose(line.kpi().chinese(), line.kpi().english())),
                Cell.of(line.raw().n()),
                Cell.of(line.raw().d()),
                percent(line.raw()),
                percent(line.excused())));
    }

    private static Cell percent(Ratio ratio) {
        return ratio.d() == 0 ? new Cell.Missing("N/A") : new Cell.Share(ratio);
    }
}

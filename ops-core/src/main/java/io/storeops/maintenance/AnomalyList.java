package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.catalog.Language;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Line;
import java.util.List;
import java.util.stream.Stream;

/** Anomalies as a table: what, whose, measured against what, since when, by when to act. */
final class AnomalyList {
    private AnomalyList() {}

    /**
     * The table.
     *
     * @param context the store and its language
     * @param anomalies in this order
     * @param rivals whether whoever reads it may see figures of rivals (R13)
     */
    static Block.Table of(Context context, List<Case> anomalies, boolean rivals) {
        Language language = context.store().language();
        List<Block.Column> columns = Stream.of(
                        ChecklistWords.ANOMALY,
                        ChecklistWords.CATEGORY,
                        ChecklistWords.ABOUT,
                        ChecklistWords.MEASURED,
                        ChecklistWords.BASE,
                        ChecklistWords.SINCE,
                        ChecklistWords.ACT_BY)
                .map(word -> Block.Column.text(word.in(language)))
                .toList();
        return new Block.Table(
                columns,
                anomalies.stream().map(each -> row(context, each, rivals)).toList());
    }

    private static Block.Row row(Context context, Case each, boolean rivals) {
        Language language = context.store().language();
        Phrasing phrasing = new Phrasing(context);
        AnomalyKey key = each.anomaly().key();
        Observation.Seen seen = each.lastSeen(context);
        boolean shown = rivals || !Phrasing.ofRivals(key.category());
        String category = ChecklistWords.ofCategory(key.category(), language);
        return Block.Row.of(List.of(
                Cell.of(Line.ofName(each.anomaly().id())),
                Cell.of(key.rule()
                        .metric()
                        .map(metric -> category + " " + metric)
                        .orElse(category)),
                Cell.of(phrasing.subject(key.subject())),
                Cell.of(shown ? Line.ofName(seen.measured()) : Line.of(ChecklistWords.WITHOUT_FIGURES.in(language))),
                Cell.of(shown ? Line.ofName(seen.base()) : Line.EMPTY),
                Cell.of(phrasing.local(each.episode().found().since())),
                Cell.of(each.episode().found().dueAt().map(phrasing::local).orElse(""))));
    }
}

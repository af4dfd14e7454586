package io.storeops.examples.replay;

import io.storeops.id.ActorId;
import io.storeops.kpi.Ratio;
import io.storeops.scorecard.ScoreLine;
import io.storeops.scorecard.Scorecard;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The key figures of the scenario's period: of the store, as in K1.4, without what is excused, as in EXCUSED:K1.4, and of each person, as
 * in K1.4@op-1.
 *
 * @param stage where the scenario is acted out
 */
record ScorecardPart(Stage stage) implements ReplayPart {
    @Override
    public Map<String, Ratio> measures() {
        Map<String, Ratio> measures = figures(stage.source()
                .scorecards()
                .of(stage.store(), stage.scenario().from(), stage.scenario().to(), stage.now()));
        for (ActorId person : stage.scenario().operators()) {
            measuresOf(person).forEach((id, ratio) -> measures.put(id + "@" + person, ratio));
        }
        return measures;
    }

    @Override
    public Map<String, Ratio> measuresOf(ActorId person) {
        return figures(stage.source()
                .scorecards()
                .of(
                        stage.store(),
                        person,
                        stage.scenario().from(),
                        stage.scenario().to(),
                        stage.now()));
    }

    private static Map<String, Ratio> figures(Scorecard scorecard) {
        Map<String, Ratio> figures = new LinkedHashMap<>();
        for (ScoreLine line : scorecard.lines()) {
            figures.put(line.kpi().id(), line.raw());
            figures.put("EXCUSED:" + line.kpi().id(), line.excused());
        }
        return figures;
    }
}

package io.storeops.weeklyreport;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.calendar.IsoWeek;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import io.storeops.scorecard.Scorecard;
import io.storeops.task.Instruction;
import io.storeops.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Returning a task or a report, handing everything over, and drafting anew never make K5.1 or K5.2 better (D95): n never grows, d never
 * loses. What people do otherwise, and how much time passes between, is drawn, so that the acts meet tasks and reports in every state,
 * before their dues and after.
 */
class NeverBetterFeedbackTest {
    private static final IsoWeek WEEK = IsoWeek.of(DAY);
    private static final ActorId OTHER = ActorId.of("op-2");

    /** The acts that must never make a measure better. */
    private enum Doubtful {
        RETURN_FIRST,
        RETURN_SECOND,
        RETURN_REPORT,
        DRAFT_AGAIN,
        HAND_OVER,
        HAND_BACK
    }

    private final StoreFixture shop = new StoreFixture.Setup()
            .weekly("TASK_KPI_SUGGESTION")
            .role("STORE_MANAGER", "INSTRUCT", "ACCEPT:REPORT", "ACCEPT:TASK")
            .works(OTHER, "OPERATOR")
            .open();
    private int handovers;

    @Property(tries = 200)
    void noMeasureGetsBetter(
            @ForAll @Size(6) List<Doubtful> acts,
            @ForAll @Size(6) List<@IntRange(max = 10) Integer> before,
            @ForAll @Size(6) List<@IntRange(max = 500) Integer> minutes,
            @ForAll @Size(6) List<Boolean> second) {
        NeverBetterFeedbackTest fresh = new NeverBetterFeedbackTest();
        fresh.shop.clock.set(fresh.shop.at("09:00:00"));
        fresh.given("T1", OPERATOR, Duration.ofHours(3));
        fresh.given("T2", OTHER, Duration.ofHours(12));
        for (int i = 0; i < acts.size(); i++) {
            for (int step = 0; step < before.get(i); step++) {
                fresh.goOn(step, second.get(i) ? "T2" : "T1");
            }
            fresh.shop.clock.advance(Duration.ofMinutes(minutes.get(i)));
            fresh.tried(acts.get(i));
        }
    }

    private void given(String id, ActorId assignee, Duration in) {
        tasks(MANAGER)
                .assign(
                        STORE,
                        id,
                        new Instruction(
                                "GENERAL",
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Optional.of("do it"),
                                shop.clock.instant().plus(in)),
                        assignee);
    }

    private Tasks tasks(ActorId actor) {
        return shop.tasks(actor);
    }

    private WeeklyReports reports(ActorId actor) {
        return shop.ops.deskOf(actor).weeklyReports();
    }

    /** What brings a task and a report on their way, as far as they take it. */
    private void goOn(int step, String id) {
        ActorId assignee = tasks(MANAGER).find(STORE, id).orElseThrow().assignee();
        attempt(() -> {
            switch (step) {
                case 0 -> tasks(assignee).accept(STORE, id);
                case 1 -> reports(OPERATOR).draft(STORE, WEEK);
                case 2 -> {
                    shop.ops
                            .deskOf(assignee)
                            .archive()
                            .attach(
                                    STORE,
                                    Target.of("task", id),
                                    EvidenceKind.parse("DOCUMENT"),
                                    shop.clock.instant(),
                                    "done.docx");
                    tasks(assignee).complete(STORE, id);
                }
                case 3 -> reports(OPERATOR).submit(STORE, WEEK, ReportRemarks.NOTHING);
                case 4 -> shop.clock.advance(Duration.ofMinutes(10));
                case 5, 8 -> tasks(assignee).feedBack(STORE, id, "WECHAT", "done", Optional.empty());
                case 6 -> reports(MANAGER).accept(STORE, WEEK, OPERATOR);
                case 7 -> tasks(assignee).notDone(STORE, id, "no time");
                default -> tasks(MANAGER).close(STORE, id);
            }
        });
    }

    private static void attempt(Runnable act) {
        try {
            act.run();
        } catch (RefusedException e) {
            // Not possible in this state: then nothing changes, which is compared as well.
        }
    }

    private Map<Kpi, Ratio> scores() {
        Scorecard card = shop.ops.deskOf(MANAGER).scorecards().of(STORE, DAY, DAY.plusDays(10), shop.clock.instant());
        Map<Kpi, Ratio> scores = new TreeMap<>();
        for (Kpi kpi : List.of(Kpi.K5_1, Kpi.K5_2)) {
            scores.put(kpi, card.find(kpi).orElseThrow().raw());
        }
        return scores;
    }

    private void tried(Doubtful act) {
        Map<Kpi, Ratio> before = scores();
        attempt(() -> perform(act));
        scores().forEach((kpi, after) -> {
            Ratio known = before.get(kpi);
            assertTrue(
                    after.n() <= known.n() && after.d() >= known.d(),
                    () -> act + ": " + kpi.id() + " " + known + " -> " + after);
        });
    }

    private void perform(Doubtful act) {
        switch (act) {
            case RETURN_FIRST -> tasks(MANAGER).giveBack(STORE, "T1", "one is missing");
            case RETURN_SECOND -> tasks(MANAGER).giveBack(STORE, "T2", "one is missing");
            case RETURN_REPORT -> reports(MANAGER).giveBack(STORE, WEEK, OPERATOR, "say more");
            case DRAFT_AGAIN -> reports(OPERATOR).draft(STORE, WEEK);
            case HAND_OVER -> handOver(OPERATOR, OTHER);
            case HAND_BACK -> handOver(OTHER, OPERATOR);
            default -> throw new IllegalArgumentException("nobody knows how to " + act);
        }
    }

    private void handOver(ActorId from, ActorId to) {
        handovers++;
        shop.ops.deskOf(from).agenda().handOver(STORE, "H" + handovers, to, "");
    }
}

package io.storeops.weeklyreport;

import static io.storeops.StoreFixture.ITEM;
import static io.storeops.StoreFixture.ITSELF;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.RIVAL;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.ticket.LiaisonShop.DESIGN;
import static io.storeops.ticket.LiaisonShop.FIRST;
import static io.storeops.ticket.LiaisonShop.MONDAY;
import static io.storeops.ticket.LiaisonShop.QC;
import static io.storeops.ticket.LiaisonShop.SECOND;
import static io.storeops.ticket.LiaisonShop.WAREHOUSE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.DayDuties;
import io.storeops.Desk;
import io.storeops.StoreFixture;
import io.storeops.calendar.IsoWeek;
import io.storeops.calendar.SlotId;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.feedback.Proposal;
import io.storeops.feedback.SuggestionScope;
import io.storeops.figures.Figures;
import io.storeops.figures.Reading;
import io.storeops.figures.Restatement;
import io.storeops.figures.Subject;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.kpi.Kpi;
import io.storeops.requirement.OpenedRequirements;
import io.storeops.task.Instruction;
import io.storeops.ticket.LiaisonShop;
import io.storeops.ticket.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A Monday between departments on which several things happen at each instant: whichever of them is written down first, the report of the
 * week, every key figure and the records that it counts are the same, byte for byte.
 */
class ShuffledWeekTest {
    private static final IsoWeek WEEK = IsoWeek.of(MONDAY);
    private static final String[] SECTIONS = {"SALES_TARGET", "SLOT_DATA", "PROBLEM_COORDINATION", "TASK_KPI_SUGGESTION"
    };
    private static final String INORDER = inOrder();

    /** What is done at one instant, each by somebody in a store. */
    private record Together(String time, List<Consumer<StoreFixture>> deeds) {}

    private static Desk desk(StoreFixture shop, ActorId actor) {
        return shop.ops.deskOf(actor);
    }

    private static StoreFixture open() {
        List<Json> duties = new ArrayList<>(((Json.Arr) DayDuties.reporting("OA", SECTIONS)).elements());
        // Its release stands among the others already.
        ((Json.Arr) DayDuties.liaison()).elements().stream().skip(1).forEach(duties::add);
        return LiaisonShop.in(new StoreFixture.Setup()
                        .weekly(SECTIONS)
                        .itemAndRival()
                        .target(WEEK.monday(), WEEK.sunday(), 1_000))
                .with("duties", Json.array(duties))
                .open();
    }

    private static Reading read(StoreFixture shop, Subject subject, int slot, long amount) {
        return shop.reading(subject, SlotId.of(MONDAY, slot), Figures.of(amount, amount / 10, amount / 100));
    }

    private static Consumer<StoreFixture> reading(Subject subject, int slot, long amount) {
        return shop -> shop.accept(read(shop, subject, slot, amount));
    }

    private static Consumer<StoreFixture> ticket(String id, ActorId actor, String department, String severity) {
        return shop -> desk(shop, actor).tickets().open(STORE, id, new Problem(department, severity, "a batch fails"));
    }

    private static Consumer<StoreFixture> asked(String id, String party, String due) {
        return shop -> {
            Instant by = shop.at(MONDAY, due);
            desk(shop, FIRST)
                    .requirements()
                    .open(
                            STORE,
                            new OpenedRequirements.Ask(id, party, "a banner", by, Optional.empty(), true),
                            Optional.empty());
            desk(shop, FIRST).requirements().send(STORE, id);
        };
    }

    private static Consumer<StoreFixture> told(String id) {
        return shop -> desk(shop, MANAGER)
                .tasks()
                .assign(
                        STORE,
                        id,
                        new Instruction(
                                "GENERAL",
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Optional.of("sort the templates"),
                                shop.at(MONDAY, "15:00")),
                        OPERATOR);
    }

    private static Consumer<StoreFixture> proposed(String id) {
        return shop -> desk(shop, OPERATOR)
                .feedback()
                .submit(STORE, new Proposal(id, SuggestionScope.S4, "the templates", "keep one"));
    }

    private static Consumer<StoreFixture> solved(String id, ActorId actor) {
        return shop -> {
            desk(shop, actor).tickets().acknowledge(STORE, id);
            desk(shop, actor).tickets().handle(STORE, id);
            desk(shop, actor).tickets().resolve(STORE, id, "set aside");
        };
    }

    private static Consumer<StoreFixture> delivered(String id, ActorId actor) {
        return shop -> {
            desk(shop, actor).requirements().confirm(STORE, id);
            desk(shop, actor).requirements().deliver(STORE, id);
        };
    }

    private static Consumer<StoreFixture> done(String id) {
        return shop -> {
            desk(shop, OPERATOR).tasks().accept(STORE, id);
            desk(shop, OPERATOR)
                    .archive()
                    .attach(
                            STORE,
                            Target.of("task", id),
                            EvidenceKind.parse("DOCUMENT"),
                            shop.clock.instant(),
                            id + ".docx");
            desk(shop, OPERATOR).tasks().complete(STORE, id);
        };
    }

    private static Consumer<StoreFixture> denied(Consumer<StoreFixture> deed) {
        return shop -> {
            try {
                deed.accept(shop);
                throw new AssertionError("neither denied nor refused");
            } catch (DeniedException | RefusedException e) {
                assertTrue(!e.getMessage().isEmpty());
            }
        };
    }

    private static List<Together> day() {
        return List.of(
                new Together("09:01", List.of(reading(ITSELF, 1, 300), reading(ITEM, 1, 300), reading(RIVAL, 1, 500))),
                new Together(
                        "10:01",
                        List.of(
                                reading(ITSELF, 2, 700),
                                reading(ITEM, 2, 600),
                                ticket("PT1", QC, "QC", "MEDIUM"),
                                ticket("PT2", WAREHOUSE, "WAREHOUSE", "MEDIUM"),
                                ticket("PT3", QC, "QC", "HIGH"),
                                asked("RQ1", "DESIGN", "16:00"),
                                asked("RQ2", "WAREHOUSE", "16:00"),
                                asked("RQ3", "X-PLAT", "16:00"),
                                told("T1"),
                                told("T2"),
                                proposed("SG1"),
                                proposed("SG2"))),
                new Together(
                        "10:16",
                        List.of(
                                solved("PT1", FIRST),
                                solved("PT3", SECOND),
                                delivered("RQ1", DESIGN),
                                delivered("RQ2", WAREHOUSE),
                                denied(told("T1")),
                                denied(shop -> desk(shop, QC).tickets().acknowledge(STORE, "PT2")),
                                done("T1"))),
                new Together(
                        "16:00",
                        List.of(
                                shop -> desk(shop, FIRST).requirements().accept(STORE, "RQ1"),
                                shop -> desk(shop, SECOND).requirements().rework(STORE, "RQ2", "the size is wrong"),
                                shop -> desk(shop, FIRST).tickets().reportBack(STORE, "PT1", List.of(QC)),
                                shop -> shop.accept(shop.restated(
                                        SlotId.of(MONDAY, 1), Restatement.PLATFORM, Figures.of(280, 30, 3))),
                                done("T2"))));
    }

    private static String inOrder() {
        return told(deeds -> {});
    }

    /** What is told on the next day of the week, if the deeds of each instant are done in an order. */
    private static String told(Consumer<List<Consumer<StoreFixture>>> order) {
        StoreFixture shop = open();
        for (Together together : day()) {
            LiaisonShop.at(shop, together.time());
            List<Consumer<StoreFixture>> deeds = new ArrayList<>(together.deeds());
            order.accept(deeds);
            deeds.forEach(deed -> deed.accept(shop));
        }
        shop.clock.set(shop.at(MONDAY.plusDays(1), "10:00"));
        StringBuilder told = new StringBuilder();
        desk(shop, OPERATOR)
                .weeklyReports()
                .preview(STORE, WEEK)
                .sections()
                .forEach(section -> told.append(section.toJson().canonical()).append('\n'));
        Instant now = shop.clock.instant();
        Stream.of(Optional.<ActorId>empty(), Optional.of(FIRST), Optional.of(OPERATOR))
                .forEach(whose -> figures(shop, whose, now, told));
        return told.toString();
    }

    private static void figures(StoreFixture shop, Optional<ActorId> whose, Instant now, StringBuilder told) {
        var desk = desk(shop, MANAGER).scorecards();
        told.append(whose.map(person -> desk.of(STORE, person, WEEK.monday(), WEEK.sunday(), now))
                        .orElseGet(() -> desk.of(STORE, WEEK.monday(), WEEK.sunday(), now)))
                .append('\n');
        for (Kpi kpi : Kpi.values()) {
            told.append(whose.map(person -> desk.records(STORE, person, kpi, WEEK.monday(), WEEK.sunday(), now))
                            .orElseGet(() -> desk.records(STORE, kpi, WEEK.monday(), WEEK.sunday(), now)))
                    .append('\n');
        }
    }

    @Property(tries = 100)
    void theReportAndEveryFigureAreTheSameInWhicheverOrderThingsOfOneInstantAreWrittenDown(@ForAll long seed) {
        Random random = new Random(seed);
        assertEquals(INORDER, told(deeds -> Collections.shuffle(deeds, random)));
    }

    /**
     * Of the tickets of 10:01 one was acknowledged at its due, 10:16, and solved by its own; the urgent one was due at 10:06, and nobody
     * took the third. Of three requirements due at 16:00 one was accepted then. Nobody fed back what became of the two tasks.
     */
    @Example
    void theDayHasSomethingOfEach() {
        for (String figure : List.of(
                "kpi=K4_1, raw=Ratio[n=1, d=3]",
                "kpi=K4_2, raw=Ratio[n=1, d=3]",
                "kpi=K4_3, raw=Ratio[n=1, d=3]",
                "kpi=K4_4, raw=Ratio[n=1, d=2]",
                "kpi=K5_2, raw=Ratio[n=0, d=2]",
                "kpi=TARGET, raw=Ratio[n=700, d=1000]")) {
            assertTrue(INORDER.contains(figure), figure);
        }
    }
}

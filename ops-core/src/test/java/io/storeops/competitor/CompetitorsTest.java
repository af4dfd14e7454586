package io.storeops.competitor;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.FakePages;
import io.storeops.Marketplace;
import io.storeops.StoreFixture;
import io.storeops.competitor.FallenCounter.Counter;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.failure.AdapterException;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.feed.Coverage;
import io.storeops.feed.RowProblem;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.inspection.CompetitorPriceRule;
import io.storeops.inspection.CompetitorSalesRule;
import io.storeops.inspection.CompetitorTitleRule;
import io.storeops.inspection.InspectionVerdict;
import io.storeops.source.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompetitorsTest {
    private static final ActorId KEEPER = ActorId.of("keeper-1");
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final OptionalLong NONE = OptionalLong.empty();

    private final FakePages<CompetitorRequest, ShownCompetitor> feed = new FakePages<>();
    private final StoreFixture shop = opened(Optional.of(feed::read));

    private static StoreFixture opened(Optional<CompetitorFeed> feed) {
        StoreFixture opened = new StoreFixture.Setup()
                .itemAndRival()
                .role("KEEPER", "EXECUTE:X2")
                .works(KEEPER, "KEEPER")
                .marketplace(new Marketplace() {
                    @Override
                    public Optional<CompetitorFeed> competitors() {
                        return feed;
                    }
                })
                .open();
        opened.clock.set(opened.at("09:00"));
        return opened;
    }

    private Competitors keeper() {
        return shop.ops.deskOf(KEEPER).competitors();
    }

    private static OptionalLong number(String text) {
        return text.isEmpty() ? NONE : OptionalLong.of(Long.parseLong(text));
    }

    /** X as it is shown at a time of the day; an empty text leaves the figure out. */
    private ShownCompetitor shown(String time, String title, String price, String sales, String comments) {
        return new ShownCompetitor(
                "X",
                shop.at(time),
                Optional.of(title).filter(text -> !text.isEmpty()),
                number(price),
                number(sales),
                number(comments));
    }

    private ShownCompetitor sold(String time, String sales) {
        return shown(time, "Cup", "100", sales, "");
    }

    private CompetitorIntake collect(ShownCompetitor... rows) {
        feed.gives(shop.at("08:55"), rows);
        return keeper().collect(STORE);
    }

    private String screenshot() {
        return shop.ops
                .deskOf(OPERATOR)
                .archive()
                .attach(STORE, Target.STORE, EvidenceKind.parse("SCREENSHOT"), shop.at("08:00"), "shot-1.png")
                .id();
    }

    @Nested
    class Collecting {
        @Test
        void keepsEveryVersionOfAnInstantAndNothingTwice() {
            ShownCompetitor first = shown("08:00", "Cup", "990", "7", "");
            ShownCompetitor other = shown("08:00", "Cup", "980", "7", "");
            assertEquals(2, collect(first, first, other).intake().taken());
            assertEquals(0, collect(other).intake().taken());
            assertEquals(1, collect(first).intake().taken());
            List<CompetitorVersion> history = keeper().history(STORE, "X");
            assertEquals(
                    List.of(first, other, first),
                    history.stream().map(CompetitorVersion::shown).toList());
            assertEquals(
                    List.of(1, 2, 3),
                    history.stream().map(CompetitorVersion::version).toList());
            assertEquals(Optional.of(3L), history.get(2).look());
            assertEquals(KEEPER, history.get(0).stamp().by());
        }

        @Test
        void findsTheLatestInstantWhateverArrivedLast() {
            collect(sold("08:30", "9"));
            collect(sold("08:00", "7"));
            assertEquals(
                    Optional.of(sold("08:30", "9")),
                    keeper().findLatest(STORE, "X").map(CompetitorVersion::shown));
        }

        @Test
        void keepsWhatWasLeftOutAsMissing() {
            collect(shown("08:00", "", "", "", ""));
            ShownCompetitor known =
                    keeper().findLatest(STORE, "X").orElseThrow().shown();
            assertEquals(NONE, known.sales());
            assertEquals(NONE, known.priceMinor());
            collect(shown("08:30", "", "0", "0", "0"));
            assertEquals(
                    OptionalLong.of(0),
                    keeper().findLatest(STORE, "X").orElseThrow().shown().sales());
        }

        @Test
        void refusesRowsOneByOne() {
            ShownCompetitor unwatched = new ShownCompetitor("Y", shop.at("08:00"), Optional.empty(), NONE, NONE, NONE);
            CompetitorIntake intake = collect(unwatched, sold("11:01", "1"), sold("11:00", "1"));
            assertEquals(1, intake.intake().taken());
            assertEquals(
                    List.of("Y NOT_WATCHED", "X FROM_THE_FUTURE"),
                    intake.intake().refused().stream()
                            .map(each -> each.subject() + " " + each.code())
                            .toList());
        }

        @Test
        void saysHowFarTheSourceCanBeJudgedBy() {
            RowProblem range = new RowProblem("rivals.csv", 3, Optional.of("price"), "'9.9-19.9' is not a price");
            feed.adds(Optional.empty(), Coverage.PARTIAL, List.of(range), List.of(sold("08:00", "7")));
            CompetitorIntake intake = keeper().collect(STORE);
            assertEquals(List.of(range), intake.intake().problems());
            assertEquals(
                    Optional.of(intake.intake().look()),
                    shop.ops.deskOf(KEEPER).sources().findLast(STORE, Source.COMPETITORS));
            assertEquals(Coverage.PARTIAL, intake.intake().look().coverage());
            assertEquals(Optional.empty(), intake.intake().look().asOf());
        }

        @Test
        void readsTheSourceOnceACommand() {
            collect(sold("08:00", "9"));
            feed.gives(shop.at("08:55"), sold("08:30", "7"));
            Competitors under =
                    shop.ops.deskOf(KEEPER).under(CommandId.of("c-1")).competitors();
            CompetitorIntake first = under.collect(STORE);
            feed.gives(shop.at("08:56"), sold("08:40", "6"));
            assertEquals(first, under.collect(STORE));
            assertEquals(1, first.fallen().size());
            assertEquals(2, feed.requests.size());
        }

        @Test
        void readsNothingForSomebodyWhoMayNot() {
            assertThrows(
                    DeniedException.class,
                    () -> shop.ops.deskOf(MANAGER).competitors().collect(STORE));
            assertEquals(List.of(), feed.requests);
        }

        @Test
        void saysThatAMarketplaceHasNoFeed() {
            StoreFixture bare = opened(Optional.empty());
            assertEquals(
                    "Store S1 has no competitor feed; stores that have one: []. Configure a marketplace that has it, or"
                            + " record the values by hand",
                    assertThrows(
                                    AdapterException.class,
                                    () -> bare.ops.deskOf(KEEPER).competitors().collect(STORE))
                            .getMessage());
        }
    }

    /** A counter cannot fall: it is told, kept as it was seen, and judged by nobody. */
    @Nested
    class ACounterThatFell {
        @Test
        void isToldWithinALookAndAgainstWhatIsKnown() {
            assertEquals(
                    List.of(new FallenCounter("X", shop.at("08:10"), Counter.SALES, 9, 7)),
                    collect(sold("08:10", "7"), sold("08:00", "9")).fallen());
            assertEquals(
                    List.of(
                            new FallenCounter("X", shop.at("08:10"), Counter.SALES, 9, 7),
                            new FallenCounter("X", shop.at("08:20"), Counter.SALES, 7, 6),
                            new FallenCounter("X", shop.at("08:20"), Counter.COMMENTS, 3, 2)),
                    collect(shown("08:20", "Cup", "100", "6", "2"), shown("08:10", "Cup", "100", "7", "3"))
                            .fallen());
            assertEquals(
                    List.of(new FallenCounter("X", shop.at("08:05"), Counter.SALES, 9, 8)),
                    collect(sold("08:05", "8")).fallen());
        }

        @Test
        void isNotOneThatIsMissing() {
            assertEquals(
                    List.of(),
                    collect(sold("08:00", "9"), sold("08:10", ""), sold("08:20", "9"))
                            .fallen());
        }
    }

    /** As the rules take it: what is shown, compared with the observation before it. */
    @ParameterizedTest
    @CsvSource({
        "price, 1000, 1100, ANOMALY",
        "price, 1000, 1099, OK",
        "price, 1000, 10, ANOMALY",
        "price, 1000, '', COULD_NOT_CHECK",
        "price, '', 1000, NO_REFERENCE",
        "title, Cup, Mug, ANOMALY",
        "title, Cup, Cup, OK",
        "title, '', Cup, NO_REFERENCE",
        "sales, 100, 150, ANOMALY",
        "sales, 100, 149, OK",
        "sales, 100, 99, COULD_NOT_CHECK",
        "sales, 100, '', COULD_NOT_CHECK",
        "sales, '', 100, NO_REFERENCE"
    })
    void isJudgedByItsRule(String figure, String before, String now, InspectionVerdict expected) {
        collect(showing("08:00", figure, before), showing("08:30", figure, now));
        CompetitorMove move = CompetitorMove.of(keeper().history(STORE, "X")).get(0);
        Instant asOf = move.shown().observedAt();
        InspectionVerdict found = (switch (figure) {
                    case "price" ->
                        new CompetitorPriceRule(Optional.of(new BigDecimal("0.10"))).judge(asOf, move.price(CNY));
                    case "title" -> new CompetitorTitleRule().judge(asOf, move.title());
                    default -> new CompetitorSalesRule(Optional.of(new BigDecimal("0.5"))).judge(asOf, move.sales());
                })
                .verdict();
        assertEquals(expected, found);
    }

    private ShownCompetitor showing(String time, String figure, String text) {
        return switch (figure) {
            case "price" -> shown(time, "", text, "", "");
            case "title" -> shown(time, text, "", "", "");
            default -> shown(time, "", "", text, "");
        };
    }

    @Test
    void aMoveGoesFromInstantToInstantByTheLastVersionOfEach() {
        collect(sold("08:00", "1"), sold("08:00", "2"), sold("08:10", "3"), sold("08:20", "4"));
        assertEquals(
                List.of(
                        new CompetitorMove(sold("08:00", "2"), sold("08:10", "3")),
                        new CompetitorMove(sold("08:10", "3"), sold("08:20", "4"))),
                CompetitorMove.of(keeper().history(STORE, "X")));
    }

    @Nested
    class ByHand {
        @Test
        void takesWhatAPersonSawWithItsEvidence() {
            String shot = screenshot();
            CompetitorVersion taken = keeper().record(STORE, sold("08:00", "7"), shot);
            assertEquals(Optional.of(shot), taken.evidence());
            assertEquals(Optional.empty(), taken.look());
            assertEquals(List.of(taken), keeper().history(STORE, "X"));
            assertEquals(taken, keeper().record(STORE, sold("08:00", "7"), shot));
            assertEquals(2, keeper().record(STORE, sold("08:00", "8"), shot).version());
        }

        @Test
        void givesARepeatedCommandTheFirstVersion() {
            String shot = screenshot();
            CommandId command = CommandId.of("c-1");
            Competitors under = shop.ops.deskOf(KEEPER).under(command).competitors();
            CompetitorVersion first = under.record(STORE, sold("08:00", "7"), shot);
            keeper().record(STORE, sold("08:00", "8"), shot);
            assertEquals(first, under.record(STORE, sold("08:00", "7"), shot));
        }

        @Test
        void refusesWhatIsNotWatchedAndWhatHasNoEvidence() {
            ShownCompetitor other = new ShownCompetitor("Y", shop.at("08:00"), Optional.empty(), NONE, NONE, NONE);
            assertEquals(
                    List.of("NOT_WATCHED", "EVIDENCE_MISSING"),
                    List.of(other, sold("08:00", "7")).stream()
                            .map(shown -> assertThrows(
                                            RefusedException.class, () -> keeper().record(STORE, shown, "shot-0"))
                                    .refusal()
                                    .code())
                            .toList());
            assertEquals(List.of(), keeper().history(STORE, "X"));
        }
    }
}

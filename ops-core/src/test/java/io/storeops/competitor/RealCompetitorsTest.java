package io.storeops.competitor;

import static io.storeops.StoreFixture.STORE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.storeops.FakePages;
import io.storeops.Marketplace;
import io.storeops.StoreFixture;
import io.storeops.catalog.CompetitorItem;
import io.storeops.competitor.FallenCounter.Counter;
import io.storeops.enrolment.Enrolment;
import io.storeops.feed.Coverage;
import io.storeops.id.ActorId;
import io.storeops.inspection.CompetitorPriceRule;
import io.storeops.inspection.CompetitorTitleRule;
import io.storeops.inspection.InspectionVerdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Ten days of 1,206 real items; the expected numbers were counted independently of this project. */
class RealCompetitorsTest {
    private static final ActorId KEEPER = ActorId.of("keeper-1");
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/M/d", Locale.ROOT);
    private static final LocalDate SINCE = LocalDate.of(2016, 1, 1);

    /** The rows of the file, of which no cell holds a comma. */
    private static List<ShownCompetitor> rows() throws IOException {
        Path file = Path.of(System.getProperty("storeops.shared"), "data", "beauty_trunc.csv");
        assumeTrue(Files.exists(file), "There is no " + file + "; -Dstoreops.shared names another place");
        return Files.readAllLines(file, UTF_8).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new ShownCompetitor(
                        cells[1],
                        LocalDate.parse(cells[0], DAY)
                                .atStartOfDay(StoreFixture.SHANGHAI)
                                .toInstant(),
                        Optional.of(cells[2]),
                        number(cells[3], 2),
                        number(cells[4], 0),
                        number(cells[5], 0)))
                .toList();
    }

    private static OptionalLong number(String cell, int decimals) {
        return cell.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(new BigDecimal(cell).movePointRight(decimals).longValueExact());
    }

    @Test
    void saysOfEachItemWhatMovedWhatFellAndWhatIsMissing() throws IOException {
        List<ShownCompetitor> rows = rows();
        FakePages<CompetitorRequest, ShownCompetitor> feed = new FakePages<>();
        feed.adds(Optional.empty(), Coverage.UNKNOWN, List.of(), rows);
        StoreFixture shop = new StoreFixture.Setup()
                .role("KEEPER", "EXECUTE:X2")
                .works(KEEPER, "KEEPER")
                .marketplace(new Marketplace() {
                    @Override
                    public Optional<CompetitorFeed> competitors() {
                        return Optional.of(feed::read);
                    }
                })
                .open();
        List<String> items =
                rows.stream().map(ShownCompetitor::itemId).distinct().toList();
        Enrolment now = shop.enrolment(shop.roster());
        shop.ops.enrol(new Enrolment(
                now.store(),
                List.of(),
                items.stream()
                        .map(item -> new CompetitorItem(STORE, item, SINCE, Optional.empty()))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                now.roster()));
        Competitors keeper = shop.ops.deskOf(KEEPER).competitors();
        CompetitorIntake intake = keeper.collect(STORE);
        assertEquals(1_206, items.size());
        assertEquals(8_769, intake.intake().look().rows());
        assertEquals(8_769 - 19, intake.intake().taken());
        assertEquals(255, fallen(intake.fallen(), Counter.SALES));
        assertEquals(2_102, fallen(intake.fallen(), Counter.COMMENTS));
        assertEquals(
                1_881,
                items.stream()
                        .flatMap(item -> keeper.history(STORE, item).stream())
                        .filter(version -> version.shown().sales().isEmpty())
                        .count());
        List<CompetitorMove> moves = items.stream()
                .flatMap(item -> CompetitorMove.of(keeper.history(STORE, item)).stream())
                .toList();
        assertEquals(7_544, moves.size());
        assertEquals(270, prices(moves, "0.000001"));
        assertEquals(257, prices(moves, "0.10"));
        assertEquals(
                332,
                moves.stream()
                        .filter(move -> new CompetitorTitleRule()
                                        .judge(move.shown().observedAt(), move.title())
                                        .verdict()
                                == InspectionVerdict.ANOMALY)
                        .count());
        assertEquals(
                intake.fallen().size(),
                moves.stream().mapToInt(move -> move.fallen().size()).sum());
    }

    private static long fallen(List<FallenCounter> fallen, Counter counter) {
        return fallen.stream().filter(each -> each.counter() == counter).count();
    }

    private static long prices(List<CompetitorMove> moves, String share) {
        CompetitorPriceRule rule = new CompetitorPriceRule(Optional.of(new BigDecimal(share)));
        return moves.stream()
                .filter(move ->
                        rule.judge(move.shown().observedAt(), move.price(CNY)).verdict() == InspectionVerdict.ANOMALY)
                .count();
    }
}

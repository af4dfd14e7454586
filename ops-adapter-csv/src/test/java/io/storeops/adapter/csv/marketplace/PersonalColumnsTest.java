package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.storeops.StoreOps;
import io.storeops.adapter.csv.storage.CsvStorageProvider;
import io.storeops.authority.Role;
import io.storeops.calendar.SettableClock;
import io.storeops.catalog.Store;
import io.storeops.enrolment.Enrolment;
import io.storeops.failure.AdapterException;
import io.storeops.figures.OrderIntake;
import io.storeops.figures.OrderLine;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.DefaultRoster;
import io.storeops.storage.Storage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people are called, where they live and how to reach them stands in the golden files under a word that nothing else has. It appears in no row, no message, no
 * fault of a damaged file, no table of a store and nothing that is printed.
 */
class PersonalColumnsTest {
    private static final int STEP = Boolean.getBoolean("storeops.test.full") ? 1 : 41;
    private static final String CANARY = "CANARY";
    private static final String TELEPHONE = "13900001234";
    private static final ActorId OPERATOR = ActorId.of("operator");

    @TempDir
    private Path folder;

    private static List<Golden> personal() {
        List<Golden> personal = Golden.all().stream()
                .filter(golden -> golden.text().contains(CANARY))
                .toList();
        assertEquals(
                Golden.all().stream()
                        .filter(golden -> !golden.profile().personal().isEmpty())
                        .toList(),
                personal,
                "Every golden file whose profile has personal columns has the word in them");
        return personal;
    }

    private static void requireNone(String text) {
        assertFalse(text.contains(CANARY) || text.contains(TELEPHONE), text);
    }

    private String everything(Golden golden, byte[] bytes) {
        try {
            Golden.Found found = golden.read(folder, bytes);
            return found.records() + "\n" + found.trial().problems();
        } catch (AdapterException e) {
            StringBuilder said = new StringBuilder();
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                said.append(cause).append('\n');
            }
            return said.toString();
        }
    }

    @TestFactory
    List<DynamicTest> leaveTheParserInNoRowAndNoProblem() {
        return personal().stream()
                .map(golden -> dynamicTest(golden.profileName(), () -> {
                    for (byte[] bytes : golden.encoded().values()) {
                        requireNone(everything(golden, bytes));
                    }
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> leaveItInNoFaultOfADamagedFile() {
        return personal().stream()
                .map(golden -> dynamicTest(golden.profileName(), () -> {
                    byte[] whole = golden.text().getBytes(golden.profile().encoding());
                    for (int at = 1; at < whole.length; at += STEP) {
                        requireNone(everything(golden, Arrays.copyOf(whole, at)));
                        byte[] quoted = whole.clone();
                        quoted[at] = '"';
                        requireNone(everything(golden, quoted));
                        byte[] strange = whole.clone();
                        strange[at] = (byte) 0xFF;
                        requireNone(everything(golden, strange));
                    }
                    for (String column : golden.profile().header().columns()) {
                        requireNone(everything(
                                golden,
                                golden.text()
                                        .replaceFirst(java.util.regex.Pattern.quote(column), "X")
                                        .getBytes(golden.profile().encoding())));
                    }
                    // Without its header the first row stands where names are expected.
                    requireNone(everything(
                            golden,
                            golden.text()
                                    .substring(golden.text().indexOf('\n') + 1)
                                    .getBytes(golden.profile().encoding())));
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> standInNoTableAndNothingPrinted() {
        return personal().stream()
                .filter(golden -> golden.profile().orders().isPresent())
                .map(golden -> dynamicTest(golden.profileName(), () -> collect(golden)))
                .toList();
    }

    private void collect(Golden golden) throws IOException {
        Path exports = Files.createDirectories(folder.resolve(golden.profileName()));
        Files.write(
                exports.resolve(golden.fileName()),
                golden.encoded().values().iterator().next());
        Path database = folder.resolve(golden.profileName() + "-store");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        OrderIntake intake;
        try {
            intake = collected(golden, exports, database);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        requireNone(printed.toString(StandardCharsets.UTF_8));
        requireNone(intake.toString());
        assertTrue(intake.count().paidInDay() > 0, intake.toString());
        try (Stream<Path> files = Files.walk(database)) {
            List<Path> kept = files.filter(Files::isRegularFile).toList();
            assertTrue(kept.size() > 3);
            for (Path file : kept) {
                requireNone(Files.readString(file, StandardCharsets.ISO_8859_1));
                requireNone(String.valueOf(file));
            }
        }
    }

    private OrderIntake collected(Golden golden, Path exports, Path database) {
        SettableClock clock = SettableClock.at(Instant.parse("2026-11-01T00:00:00Z"));
        CsvStorageProvider provider = new CsvStorageProvider();
        Storage storage = provider.create(
                AdapterConfig.of(
                        provider.name(),
                        provider.configKeys(),
                        Map.of("directory", String.valueOf(database.getFileName()))),
                AdapterContext.of(clock, StoreOps.tables(), folder));
        Store shop = new Store(
                StoreId.of("S1"), "S1", golden.store().zone(), golden.store().currency());
        LocalDate day = day(golden);
        try (StoreOps ops = StoreOps.builder()
                .storage(storage)
                .clock(clock)
                .marketplace(
                        shop.id(),
                        new Exports(folder).marketplace(String.valueOf(exports.getFileName()), golden.profileName()))
                .build()) {
            ops.enrol(Enrolment.builder(shop, day)
                    .person(OPERATOR.value(), Role.OPERATOR)
                    .roster(DefaultRoster.of(shop.id(), day))
                    .build());
            return ops.deskOf(OPERATOR).reporting().collectOrders(shop.id(), day);
        }
    }

    /** The day of the first payment. */
    private LocalDate day(Golden golden) {
        List<OrderLine> lines = new ArrayList<>();
        Trial.of(
                folder.resolve(golden.profileName()).resolve(golden.fileName()),
                golden.profile(),
                golden.store(),
                io.storeops.calendar.SlotPlan.ofHours(9, 21),
                (row, line) -> lines.add((OrderLine) row),
                0);
        return lines.stream()
                .flatMap(line -> line.paidAt().stream())
                .findFirst()
                .orElseThrow()
                .atZone(golden.store().zone())
                .toLocalDate();
    }
}

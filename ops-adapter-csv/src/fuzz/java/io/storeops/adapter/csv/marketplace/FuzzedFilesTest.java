package io.storeops.adapter.csv.marketplace;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.storeops.calendar.SlotPlan;
import io.storeops.catalog.Store;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.id.StoreId;
import io.storeops.json.DocumentException;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.JsonCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;

/**
 * Files and profiles that are searched for a way to break the reader: everything that is not an answer is a finding. One test at a time, as
 * CONTRIBUTING.md says how.
 */
class FuzzedFilesTest {
    private static final AdapterContext HERE =
            AdapterContext.of(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), List.of(), Path.of(""));
    private static final List<Profile> PROFILES =
            Profiles.SHIPPED.stream().map(name -> Profiles.get(name, HERE)).toList();
    private static final Path FILE = file();

    private static Path file() {
        try {
            return Files.createTempDirectory("fuzzed").resolve("2024-06-01.csv");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @FuzzTest(maxDuration = "150s")
    void files(FuzzedDataProvider data) throws IOException {
        Profile profile = data.pickValue(PROFILES);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (data.consumeBoolean()) {
            String header = String.join(
                    String.valueOf(profile.delimiter()), profile.header().columns());
            bytes.writeBytes((header + "\n").getBytes(profile.encoding()));
        }
        bytes.writeBytes(data.consumeRemainingAsBytes());
        Files.write(FILE, bytes.toByteArray());
        Store store = new Store(
                StoreId.of("S1"),
                "S1",
                profile.zone().orElse(ZoneId.of("Asia/Shanghai")),
                profile.currency().orElse(Currency.getInstance("CNY")));
        try {
            Trial trial = Trial.of(
                    FILE,
                    profile,
                    store,
                    SlotPlan.ofHours(9, 21),
                    (row, line) -> {
                        if (line < 1) {
                            throw new AssertionError("a row at no line: " + row);
                        }
                    },
                    10);
            if (trial.refused() < trial.problems().size()) {
                throw new AssertionError(trial.toString());
            }
        } catch (AdapterException e) {
            requireInvalid(e);
        }
        try {
            FileProfiles.look(FILE, store.zone(), store.currency(), HERE);
        } catch (AdapterException e) {
            requireInvalid(e);
        }
    }

    private static void requireInvalid(AdapterException fault) {
        if (fault.kind() != FaultKind.INVALID) {
            throw fault;
        }
    }

    @FuzzTest(maxDuration = "150s")
    void profiles(FuzzedDataProvider data) {
        String name = data.pickValue(Profiles.SHIPPED);
        StringBuilder document = new StringBuilder(Profiles.resource(name + ".json"));
        for (int changes = data.consumeInt(0, 4); changes > 0 && document.length() > 0; changes--) {
            int from = data.consumeInt(0, document.length() - 1);
            int to = Math.min(document.length(), from + data.consumeInt(0, 12));
            document.replace(from, to, data.consumeString(12));
        }
        try {
            ProfileDocument.read(name, JsonCodec.parse(name, document.toString()));
        } catch (DocumentException e) {
            // A refusal that says what is wrong is an answer.
        }
    }
}

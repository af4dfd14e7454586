package io.storeops.examples.detect;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.storeops.detection.Detection;
import io.storeops.detection.DetectionVerdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The file of judgements: one row for each that is not OK, by store, slot, metric and subject. */
public final class DetectionFile {
    private static final int DECIMALS = 4;

    private static final Comparator<Detection> ORDER =
            Comparator.comparing(Detection::at).thenComparing(Detection::metric).thenComparing(Detection::subject);

    private DetectionFile() {}

    /**
     * Writes the file.
     *
     * @param file the file
     * @param judged the judgements by the store's id
     * @return how many rows it has
     * @throws IOException if it cannot be written
     */
    public static int write(Path file, Map<String, List<Detection>> judged) throws IOException {
        int rows = 0;
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(Files.newBufferedWriter(file, UTF_8))) {
            csv.writeRecord("store", "date", "slot", "metric", "subject", "verdict", "since", "measured", "base");
            for (Map.Entry<String, List<Detection>> store : judged.entrySet()) {
                List<Detection> told = store.getValue().stream()
                        .filter(judgement -> judgement.verdict() != DetectionVerdict.OK)
                        .sorted(ORDER)
                        .toList();
                told.forEach(judgement -> csv.writeRecord(row(store.getKey(), judgement)));
                rows += told.size();
            }
        }
        return rows;
    }

    private static List<String> row(String store, Detection judgement) {
        return List.of(
                store,
                judgement.at().date().toString(),
                Integer.toString(judgement.at().number()),
                judgement.metric(),
                judgement.subject(),
                judgement.verdict().name(),
                judgement.since().toString(),
                figure(judgement.measured()),
                figure(judgement.base()));
    }

    private static String figure(OptionalDouble figure) {
        if (figure.isEmpty()) {
            return "";
        }
        BigDecimal rounded = BigDecimal.valueOf(figure.getAsDouble()).setScale(DECIMALS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}

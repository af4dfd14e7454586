package io.storeops.examples.cli;

import io.storeops.detection.Detection;
import io.storeops.detection.DetectionVerdict;
import io.storeops.examples.detect.DetectionFile;
import io.storeops.examples.detect.StoreDetection;
import io.storeops.id.StoreId;
import io.storeops.position.Roster;
import io.storeops.position.RosterDocument;
import io.storeops.spi.DefaultRoster;
import io.storeops.spi.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "detect",
        header =
                "Tells what is unusual in the figures of stores: outages, falls, rises, prices, items that stop selling.",
        description = {
            "Reads a folder with one folder for each store and writes one row for each judgement that is not OK. A judgement "
                    + "rests only on what was known when its slot closed. The last date of the readings counts as over.",
            "By which rules stands in the roster, under detection; one set goes for every store."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the stores were judged", "2:wrong use or failure"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  storeops detect stores --out detections.csv",
            "  storeops detect stores --out detections.csv --roster my-roster.json --explain"
        })
final class DetectCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            paramLabel = "DIR",
            description = "The folder with the stores' folders; docs/detection.md shows the files.")
    private Path folder = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file that gets the judgements.")
    private Path out = Path.of("");

    @Option(
            names = "--roster",
            paramLabel = "FILE",
            description = "The roster whose slot plan and rules to go by. Default: the default roster.")
    private @Nullable Path roster;

    @Option(names = "--explain", description = "Also tells every anomaly in a sentence.")
    private boolean explain;

    DetectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new WrongUse("There is no folder " + folder + ". Name the folder that has one folder for each store");
        }
        Map<String, List<Detection>> judged;
        try {
            judged = new StoreDetection(rules()).judge(folder);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()), e);
        }
        int rows = DetectionFile.write(out, judged);
        List<Detection> anomalies = judged.values().stream()
                .flatMap(Collection::stream)
                .filter(judgement -> judgement.verdict() == DetectionVerdict.ANOMALY)
                .toList();
        if (explain) {
            anomalies.forEach(each -> terminal.out().println(each.at() + "  " + each.sentence()));
        }
        terminal.out()
                .println(judged.size() + " stores, " + anomalies.size() + " anomalies; " + rows + " rows in " + out);
        return 0;
    }

    private Roster rules() {
        StoreId any = StoreId.of("S1");
        return roster == null
                ? DefaultRoster.of(any, LocalDate.EPOCH)
                : RosterDocument.read(String.valueOf(roster.getFileName()), JsonCodec.read(roster), any);
    }
}

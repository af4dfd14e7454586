package io.storeops.examples.replay;

import io.storeops.StoreOps;
import io.storeops.adapter.jdbc.JdbcStorage;
import io.storeops.adapter.jdbc.TestDatabase;
import io.storeops.examples.cli.ReplayedFiles;
import io.storeops.spi.JsonCodec;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * One of several servers that act a scenario out between them on one database. The arguments: the folder of the scenario, the URL of the
 * database and the server's name. The orders: {@code begin}; {@code act LINE OUTSIDE}, answered by what the outside is then; {@code pass
 * LINE} for what another server does; {@code write FOLDER}, answered by what was carried out, not built, and different.
 */
public final class ReplayWorker {
    /** What is outside before anything happened. */
    static final String NOTHING = "{}";

    private ReplayWorker() {}

    public static void main(String[] arguments) throws Exception {
        Scenario scenario = ScenarioReader.read(Path.of(arguments[0]));
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (ReplayRun run = new ReplayRun(
                scenario,
                true,
                arguments[2],
                clock -> JdbcStorage.on(TestDatabase.plain(arguments[1]), StoreOps.tables()))) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                obey(run, order.split(" ", 3));
                System.out.println("done");
            }
        }
    }

    private static void obey(ReplayRun run, String[] words) throws Exception {
        switch (words[0]) {
            case "begin" -> run.begin();
            case "act" -> {
                Outside.take(JsonCodec.parse("outside", words[2]), run);
                run.act(Integer.parseInt(words[1]));
                System.out.println(Outside.of(run).canonical());
            }
            case "pass" -> run.pass(Integer.parseInt(words[1]));
            case "write" -> {
                Replay.Outcome outcome = run.outcome();
                ReplayedFiles.write(outcome, Path.of(words[1]));
                int notBuilt = outcome.notBuilt().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                System.out.println(outcome.carriedOut() + " " + notBuilt + " " + outcome.differences());
            }
            default -> throw new IllegalArgumentException(words[0]);
        }
    }
}

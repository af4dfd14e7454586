package io.storeops.spi.tck;

import io.storeops.storage.Committed;
import io.storeops.storage.Storage;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * The main class of the other process. The arguments: the opener's class and the place. Each line of input is a list of
 * jobs, which are all done at once; each receipt is said as soon as it is there.
 */
final class StorageChild {
    static final String READY = "ready";
    static final String DONE = "done";
    static final String COMMITTED = "committed ";
    static final String END = " .";
    static final String BETWEEN_JOBS = "\t";

    private StorageChild() {}

    public static void main(String[] arguments) throws Exception {
        // The storage's own messages must not stand between the answers.
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Constructor<? extends StorageProcess.Opener> opener = Class.forName(arguments[0])
                .asSubclass(StorageProcess.Opener.class)
                .getDeclaredConstructor();
        opener.setAccessible(true);
        Clock clock = Clock.fixed(StorageRules.OPENED, ZoneOffset.UTC);
        try (Storage storage = opener.newInstance().open(clock, StorageRules.TABLES, arguments[1]);
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            answers.println(READY);
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                List<Job> jobs = Arrays.stream(order.split(BETWEEN_JOBS, 0))
                        .map(Job::parse)
                        .toList();
                Job.together(jobs, storage, receipt -> answers.println(text(receipt)));
                answers.println(DONE);
            }
        }
    }

    private static String text(Committed receipt) {
        return COMMITTED + receipt.number() + " " + receipt.at() + " " + receipt.id() + END;
    }
}

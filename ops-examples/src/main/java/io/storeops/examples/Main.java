package io.storeops.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.examples.cli.StoreOpsCommand;
import io.storeops.examples.cli.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** The command line. */
public final class Main {
    private Main() {}

    /**
     * Runs the command line and ends the process with its exit code. Writes UTF-8 whatever the machine's charset is.
     *
     * @param args the arguments
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        System.exit(StoreOpsCommand.run(args, new Terminal(out, err, Terminal.watched())));
    }

    /**
     * Runs the command line without ending the process, for programs that have it inside.
     *
     * @param args the arguments
     * @param out results
     * @param err messages
     * @return 0 for fine, 1 for differences or findings, 2 for wrong use or failure
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return StoreOpsCommand.run(args, new Terminal(out, err, false));
    }
}

package io.storeops.examples;

import java.util.Objects;

/** The command line. */
public final class Main {
    private Main() {}

    /**
     * Prints the version.
     *
     * @param args not read
     */
    public static void main(String[] args) {
        String version =
                Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "(not packaged)");
        System.out.println("storeops " + version);
    }
}

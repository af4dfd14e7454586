/** Examples, command line, demonstration, replay and benchmarks. */
module io.storeops.examples {
    requires io.storeops.adapter.csv;
    requires io.storeops.adapter.html;
    requires io.storeops.adapter.jdbc;
    requires de.siegmar.fastcsv;
    requires info.picocli;

    // picocli fills the fields of the commands.
    opens io.storeops.examples.cli to
            info.picocli;
}

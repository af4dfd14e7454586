/** Examples, command line and benchmarks. */
module io.storeops.examples {
    requires io.storeops.adapter.csv;
    requires io.storeops.adapter.jdbc;
    requires info.picocli;
}

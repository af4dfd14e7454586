package io.storeops.examples.cli;

import io.storeops.StoreOps;
import io.storeops.adapter.jdbc.JdbcStorage;
import io.storeops.examples.copy.Stores;
import io.storeops.spi.Adapters;
import io.storeops.storage.Storage;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "migrate",
        header = "Brings a database to this version, or prints the SQL for whoever does so himself.",
        description = {
            "Every program that opens a database does so by itself, one at a time; this is for those who want it done before, "
                    + "or whose programs may not define tables. The SQL can be run repeatedly."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:wrong use or failure"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  storeops migrate --product postgresql --print-sql",
            "  storeops migrate --storage jdbc:h2:./day",
        })
final class MigrateCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Adapters adapters;

    @Option(
            names = "--product",
            paramLabel = "PRODUCT",
            description = "The database: h2, postgresql, mariadb or mysql.")
    private @Nullable String product;

    @Option(names = "--print-sql", description = "Prints the SQL and opens no database.")
    private boolean print;

    @Option(
            names = "--storage",
            paramLabel = "STORAGE",
            description = "The database to bring up to date: jdbc:URL or json:FILE.")
    private @Nullable String storage;

    MigrateCommand(Terminal terminal, Adapters adapters) {
        this.terminal = terminal;
        this.adapters = adapters;
    }

    @Override
    public Integer call() {
        if (print && product != null && storage == null) {
            terminal.out().print(JdbcStorage.schema(product, StoreOps.tables()));
        } else if (!print && product == null && storage != null) {
            migrate(storage);
        } else {
            throw new WrongUse("Give either --product PRODUCT --print-sql, or --storage jdbc:URL or json:FILE");
        }
        return 0;
    }

    private void migrate(String text) {
        StorageChoice choice = StorageChoice.parse(text);
        if (!choice.adapter().equals("jdbc")) {
            throw new WrongUse(
                    "'" + text + "' is not a database and needs no migration. Expected jdbc:URL or json:FILE");
        }
        // The program begins here; nothing is committed, so the time is told to nobody.
        try (Storage opened = choice.open(adapters, Clock.systemUTC())) {
            terminal.out()
                    .println("The database has the " + StoreOps.tables().size()
                            + " tables of this version and holds stores: " + Stores.in(opened));
        }
    }
}

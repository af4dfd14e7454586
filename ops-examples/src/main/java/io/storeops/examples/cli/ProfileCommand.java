package io.storeops.examples.cli;

import io.storeops.StoreOps;
import io.storeops.adapter.csv.marketplace.FileProfiles;
import io.storeops.calendar.SettableClock;
import io.storeops.feed.RowProblem;
import io.storeops.spi.AdapterContext;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "profile",
        header = "Shows how a kind of exported file is read, and tells which profile reads a file.",
        description = {
            "show prints a profile: those that ship with the library by name, any other by the path of its document; without a name, "
                    + "it lists the shipped ones. Copy one and change it where your files are otherwise.",
            "check looks at a file: its encoding, the character between its fields, its header and records, which shipped profiles "
                    + "read it and what they refuse. Where none does, it drafts one. Of the rows nothing is shown but refused cells "
                    + "of columns that a profile reads.",
            "schema prints the JSON Schema of profiles, for editors."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:shown; a shipped profile reads every row",
            "1:some rows are refused, or no shipped profile reads the file",
            "2:wrong use or failure"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  storeops profile show",
            "  storeops profile show qianniu-orders > my-orders.json",
            "  storeops profile check ExportOrderList.csv",
            "  storeops profile check orders.csv --zone America/New_York --currency USD"
        })
final class ProfileCommand implements Callable<Integer> {
    private static final String SHOW = "show";
    private static final String CHECK = "check";
    private static final String SCHEMA = "schema";

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "VERB", description = "show, check or schema.")
    private String verb = SHOW;

    @Parameters(
            index = "1",
            paramLabel = "NAME|FILE",
            arity = "0..1",
            description = "The profile to show, or the file to check.")
    private String subject = "";

    @Option(
            names = "--zone",
            paramLabel = "Z",
            description = "check: the zone of times where a profile leaves it to the store. Default: ${DEFAULT-VALUE}.")
    private String zone = "Asia/Shanghai";

    @Option(
            names = "--currency",
            paramLabel = "C",
            description =
                    "check: the currency of amounts where a profile leaves it to the store. Default: ${DEFAULT-VALUE}.")
    private String currency = "CNY";

    ProfileCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        AdapterContext here = AdapterContext.of(SettableClock.at(Instant.EPOCH), StoreOps.tables(), Path.of(""));
        return switch (verb) {
            case SHOW -> show(here);
            case CHECK -> check(here);
            case SCHEMA -> schema();
            default ->
                throw new WrongUse(
                        "'" + verb + "' is nothing to do with a profile. Say " + SHOW + ", " + CHECK + " or " + SCHEMA);
        };
    }

    private int show(AdapterContext here) {
        if (subject.isEmpty()) {
            FileProfiles.shipped().forEach(terminal.out()::println);
        } else {
            terminal.out().print(FileProfiles.document(subject, here));
        }
        return 0;
    }

    private int schema() {
        terminal.out().print(FileProfiles.schema());
        return 0;
    }

    private int check(AdapterContext here) {
        if (subject.isEmpty()) {
            throw new WrongUse("Name the file to check, as in storeops profile check orders.csv");
        }
        if (!Files.isRegularFile(Path.of(subject))) {
            throw new WrongUse("There is no file " + subject + ". Name the file to check");
        }
        FileProfiles.Look look = FileProfiles.look(Path.of(subject), zoneOf(), currencyOf(), here);
        PrintStream out = terminal.out();
        if (look.sheet()) {
            out.println("workbook   its first sheet with a header");
        } else {
            out.println("encoding   " + look.encoding());
            out.println("delimiter  " + (look.delimiter() == '\t' ? "tab" : String.valueOf(look.delimiter())));
        }
        out.println(
                look.headerLine() == 0
                        ? "header     none of the first lines looks like one"
                        : "header     line " + look.headerLine() + ": " + String.join(",", look.header()));
        out.println("records    " + look.records());
        look.fits().forEach(this::tell);
        if (look.fits().isEmpty()) {
            draft(look);
        }
        boolean all = !look.fits().isEmpty()
                && look.fits().get(0).fault().isEmpty()
                && look.fits().get(0).refused() == 0;
        return all ? 0 : 1;
    }

    private void draft(FileProfiles.Look look) {
        PrintStream out = terminal.out();
        out.println();
        out.println("No shipped profile declares this header."
                + look.nearest()
                        .map(nearest -> " The nearest, " + nearest + ".")
                        .orElse(""));
        out.println("A draft of one for orders. Check every guess, above all what each column means:");
        out.println(look.draft());
        look.missing().forEach(missing -> out.println("to be written: " + missing));
        look.fit().ifPresent(this::tell);
    }

    private void tell(FileProfiles.Fit fit) {
        PrintStream out = terminal.out();
        out.println();
        if (fit.fault().isPresent()) {
            out.println(fit.profile() + " has this header, but refuses the file: "
                    + fit.fault().get());
            return;
        }
        out.println(fit.profile() + " reads it: rows " + fit.taken() + ", left out " + fit.leftOut() + ", passed over "
                + fit.passedOver() + ", refused " + fit.refused());
        for (RowProblem problem : fit.problems()) {
            out.println("  " + problem);
        }
        if (fit.refused() > fit.problems().size()) {
            out.println("  and " + (fit.refused() - fit.problems().size()) + " more");
        }
    }

    private ZoneId zoneOf() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new WrongUse("'" + zone + "' is not a time zone (expected something like Asia/Shanghai)", e);
        }
    }

    private Currency currencyOf() {
        try {
            return Currency.getInstance(currency);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("'" + currency + "' is not a currency (expected ISO 4217, as in CNY)", e);
        }
    }
}

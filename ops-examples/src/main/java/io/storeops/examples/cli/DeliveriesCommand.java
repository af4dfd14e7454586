package io.storeops.examples.cli;

import io.storeops.delivery.HandDelivery;
import io.storeops.evidence.EvidenceKind;
import io.storeops.examples.replay.CsvTable;
import io.storeops.publishing.Delivery;
import io.storeops.spi.Adapters;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "deliveries",
        header = "Shows what waits to be sent by hand, and confirms what was sent.",
        description = {
            "A channel of the roster whose type is 'manual', as a personal WeChat group, has no interface: copy the text below, send it, "
                    + "and confirm it with the instant at which you sent it and a screenshot. From that instant on it counts as accepted. "
                    + "Confirming takes EXECUTE:X4."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing waits", "1:something waits to be sent", "2:wrong use or failure"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  storeops deliveries storeops.json --as op-1",
            "  storeops deliveries storeops.json --as op-1 --confirm notice/NT1/WORK_GROUP \\",
            "      --sent-at 2024-06-16T10:12:00+08:00 --screenshot shots/nt1.png"
        })
final class DeliveriesCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("message", "channel", "queued_at");
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final Terminal terminal;
    private final Adapters adapters;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Mixin
    private final ListFile list = new ListFile();

    @ArgGroup(exclusive = false)
    private @Nullable Sent sent;

    /** What somebody says of a message that they sent. */
    private static final class Sent {
        @Option(
                names = "--confirm",
                paramLabel = "MESSAGE",
                required = true,
                description = "The message that was sent.")
        private String message = "";

        @Option(
                names = "--sent-at",
                paramLabel = "T",
                required = true,
                description = "When it was sent, as in 2024-06-16T10:12:00+08:00.")
        private String at = "";

        @Option(
                names = "--screenshot",
                paramLabel = "REF",
                required = true,
                description = "Where the screenshot of it is: a file or a link.")
        private String screenshot = "";
    }

    DeliveriesCommand(Terminal terminal, Adapters adapters) {
        this.terminal = terminal;
        this.adapters = adapters;
    }

    @Override
    public Integer call() throws IOException {
        try (OpenedStore opened = options.open(adapters)) {
            if (sent != null) {
                confirm(opened, sent);
            }
            List<HandDelivery> waiting = opened.desk().deliveries().byHand(opened.id());
            list.show(terminal, table(opened.store().zone(), waiting), COLUMNS);
            waiting.forEach(message -> {
                terminal.out().println();
                terminal.out().println("--- " + message.messageId() + " to " + message.channel());
                terminal.out().println(message.text().strip());
            });
            terminal.out().println(waiting.size() + " to be sent by hand.");
            return waiting.isEmpty() ? 0 : 1;
        }
    }

    private void confirm(OpenedStore opened, Sent told) {
        Instant at = Given.instant(told.at);
        opened.desk()
                .archive()
                .attach(
                        opened.id(),
                        HandDelivery.target(told.message),
                        EvidenceKind.parse("SCREENSHOT"),
                        at,
                        told.screenshot);
        Delivery delivery = opened.desk().deliveries().confirm(opened.id(), told.message, at);
        terminal.out()
                .println(delivery.messageId() + " counts as accepted from "
                        + INSTANT.format(at.atZone(opened.store().zone())) + " on.");
    }

    private static CsvTable table(ZoneId zone, List<HandDelivery> waiting) {
        return CsvTable.of(
                "deliveries",
                List.of("message", "channel", "queued_at", "text"),
                waiting.stream()
                        .map(message -> List.of(
                                message.messageId(),
                                message.channel(),
                                INSTANT.format(message.queuedAt().atZone(zone)),
                                message.text()))
                        .toList());
    }
}

package io.storeops.adapter.mail;

import io.storeops.catalog.Money;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Chart;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.publishing.Channel;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Channels and messages of the tests. */
final class Given {
    static final Instant NOW = Instant.parse("2024-06-16T01:30:05Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final StoreId STORE = StoreId.of("S1");

    private Given() {}

    /** A channel through the provider, without protection unless the settings say so. */
    static Channel channel(int port, String... settings) {
        return channel(CLOCK, port, settings);
    }

    static Channel channel(Clock clock, int port, String... settings) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(port),
                "security", "none",
                "from", "ops@shop.example",
                "to", "group@shop.example"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        MailChannelProvider provider = new MailChannelProvider();
        AdapterConfig config = AdapterConfig.of(provider.name(), provider.configKeys(), all);
        return provider.create(config, AdapterContext.of(clock, List.of(), Path.of("")));
    }

    static OutgoingMessage message() {
        return message(Document.of(
                Line.of("数据播报 ").andName("<b>店</b> & 🛒"),
                List.of(
                        new Block.Text(Line.of("支付金额 ").andName("a\r\nBcc: evil@example.com")),
                        new Block.Heading(Line.of("单品")),
                        new Block.Table(
                                List.of(Block.Column.text("名称"), Block.Column.number("金额")),
                                List.of(
                                        Block.Row.of(List.of(
                                                Cell.of(Line.ofName("<script>alert(1)</script>")), amount(98_765))),
                                        new Block.Row(List.of(Cell.of("合计"), new Cell.Missing("缺")), true))),
                        new Block.Fields(List.of(new Block.Field(Line.of("目标"), amount(100_000)))),
                        new Chart(
                                Line.of("曲线"),
                                Chart.Form.LINE,
                                List.of(new Block.Field(Line.of("周一"), amount(1_050))),
                                Optional.empty()),
                        new Block.Image(Sha256.of("x"), "image/png", Line.of("截图\"1\"")))));
    }

    static OutgoingMessage message(Document document) {
        return new OutgoingMessage(STORE, "release/2024-06-16#09/v1", "DATA_GROUP", document);
    }

    static OutgoingMessage titled(Line title) {
        return message(Document.of(title, List.of(new Block.Text(Line.of("text")))));
    }

    private static Cell amount(long minor) {
        return new Cell.Amount(Money.ofMinor(minor, Currency.getInstance("CNY")));
    }
}

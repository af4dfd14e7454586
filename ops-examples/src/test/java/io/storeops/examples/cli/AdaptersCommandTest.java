package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AdaptersCommandTest {
    @Test
    void listsWhatIsOnTheClassPathByKind() {
        Ran ran = Ran.run("adapters");
        assertEquals("", ran.err());
        assertEquals(0, ran.code(), ran.out());
        assertInOrder(
                ran.out(),
                "Storages\n",
                "  csv  io.storeops.adapter.csv.storage.CsvStorageProvider\n",
                "      directory (required): ",
                "  jdbc  io.storeops.adapter.jdbc.JdbcStorageProvider\n",
                "      url (required): ",
                "      password (optional, secret): ",
                "  memory  io.storeops.spi.builtin.MemoryStorageProvider\n",
                "Marketplaces\n",
                "  csv  io.storeops.adapter.csv.marketplace.CsvMarketplaceProvider\n",
                "      can: depends on its settings [path, profile]\n",
                "  jdbc  io.storeops.adapter.jdbc.marketplace.JdbcMarketplaceProvider\n",
                "      password (optional, secret): ",
                "      can: depends on its settings [url, feeds]\n",
                "  several  io.storeops.spi.several.SeveralMarketplacesProvider\n",
                "      can: depends on its settings [parts]\n",
                "Channels\n",
                "  dingtalk  io.storeops.adapter.chat.DingTalkChannelProvider\n",
                "      webhook (required, secret): ",
                "  feishu  io.storeops.adapter.chat.FeishuChannelProvider\n",
                "  file  io.storeops.spi.builtin.FileChannelProvider\n",
                "  log  io.storeops.spi.builtin.LogChannelProvider\n",
                "  mail  io.storeops.adapter.mail.MailChannelProvider\n",
                "      host (required): ",
                "      password (optional, secret): ",
                "  slack  io.storeops.adapter.chat.SlackChannelProvider\n",
                "  wecom  io.storeops.adapter.chat.WeComChannelProvider\n",
                "Renderers\n",
                "  excel  io.storeops.adapter.excel.ExcelRendererProvider\n",
                "  html  io.storeops.adapter.html.HtmlRendererProvider\n");
    }

    private static void assertInOrder(String text, String... parts) {
        int from = 0;
        for (String part : parts) {
            int at = text.indexOf(part, from);
            assertTrue(at >= 0, "'" + part + "' after " + from + " in\n" + text);
            from = at + part.length();
        }
    }
}

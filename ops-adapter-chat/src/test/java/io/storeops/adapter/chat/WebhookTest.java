package io.storeops.adapter.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.calendar.SettableClock;
import io.storeops.publishing.Channel;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.ConfigurationException;
import io.storeops.spi.Secret;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a webhook may lead, and where it may not. */
class WebhookTest {
    private static final String KEY = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";
    private static final String REST = "/cgi-bin/webhook/send?key=" + KEY;

    private static Channel open(Service service, String webhook, Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(more);
        settings.put("webhook", webhook);
        return service.provider.create(
                AdapterConfig.of(service.provider.name(), service.provider.configKeys(), settings),
                AdapterContext.of(SettableClock.at(Instant.EPOCH), List.of(), Path.of(".")));
    }

    static Stream<String> elsewhere() {
        List<String> hosts = List.of(
                "127.0.0.1",
                "localhost",
                "[::1]",
                "[::]",
                "0.0.0.0",
                "0",
                "2130706433",
                "0x7f000001",
                "017700000001",
                "0177.0.0.1",
                "0x7f.0.0.1",
                "127.1",
                "127.0.1",
                "[::ffff:127.0.0.1]",
                "[0:0:0:0:0:ffff:7f00:1]",
                "169.254.169.254",
                "[::ffff:a9fe:a9fe]",
                "metadata.google.internal",
                "10.0.0.1",
                "192.168.0.1",
                "172.16.0.1",
                "[fd00::1]",
                "[fe80::1%25eth0]",
                "qyapi.weixin.qq.com.",
                "qyapi.weixin.qq.com.evil.example",
                "evil.example",
                "weixin.qq.com",
                "xqyapi.weixin.qq.com",
                "qyapi.weixin.qq.com:8443",
                "qyapi.weixin.qq.com:80",
                "qyapi.weixin.qq.com:443443",
                "user@qyapi.weixin.qq.com",
                "user:pass@qyapi.weixin.qq.com",
                "qyapi.weixin.qq.com@evil.example",
                "qyapi.weixin.qq.com%2eevil.example",
                "evil.example#qyapi.weixin.qq.com",
                "evil.example?qyapi.weixin.qq.com",
                "evil.example/qyapi.weixin.qq.com",
                "evil.example\\qyapi.weixin.qq.com",
                "ｑyapi.weixin.qq.com",
                "qyapi。weixin。qq。com",
                "qyapi.weixin.qq.com\t",
                " qyapi.weixin.qq.com",
                "qyapi.weixin.qq.com%00",
                "qyapi.weixin.qq.com%0d%0aHost:evil",
                "",
                ":443",
                "oapi.dingtalk.com",
                "hooks.slack.com",
                "qyapi_weixin.qq.com");
        List<String> addresses = new ArrayList<>();
        hosts.forEach(host -> addresses.add("https://" + host + REST));
        addresses.addAll(List.of(
                "http://qyapi.weixin.qq.com" + REST,
                "ftp://qyapi.weixin.qq.com" + REST,
                "file:///etc/passwd?key=" + KEY,
                "jar:https://qyapi.weixin.qq.com" + REST,
                "//qyapi.weixin.qq.com" + REST,
                "qyapi.weixin.qq.com" + REST,
                KEY,
                "https://qyapi.weixin.qq.com/cgi-bin/webhook/send",
                "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=",
                "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?yek=" + KEY,
                "https://qyapi.weixin.qq.com/other?key=" + KEY,
                "https://qyapi.weixin.qq.com/cgi-bin/webhook/send/../../evil?key=" + KEY,
                "https://qyapi.weixin.qq.com/cgi-bin/webhook/send//evil?key=" + KEY,
                "https://qyapi.weixin.qq.com" + REST + "#fragment",
                "https:qyapi.weixin.qq.com" + REST,
                "https://qyapi.weixin.qq.com" + REST + "\nX: y"));
        return addresses.stream();
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void leadsNowhereElse(String webhook) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> open(Service.WECOM, webhook, Map.of()));
        assertEquals(
                "The webhook is not https://HOST/cgi-bin/webhook/send...?key=... with one of the hosts [qyapi.weixin.qq.com]."
                        + " Copy it from the robot's settings in the group; the setting 'host' allows another host",
                refusal.getMessage());
        assertEquals(null, refusal.getCause());
    }

    @Test
    void theseAreEnoughForms() {
        assertTrue(elsewhere().count() >= 60);
    }

    @Test
    void leadsToThePlatform() {
        open(Service.WECOM, "https://qyapi.weixin.qq.com" + REST, Map.of()).close();
        open(Service.WECOM, "HTTPS://QYAPI.weixin.qq.com:443" + REST, Map.of()).close();
        open(Service.DINGTALK, "https://oapi.dingtalk.com/robot/send?access_token=" + KEY, Map.of())
                .close();
        open(Service.FEISHU, "https://open.feishu.cn/open-apis/bot/v2/hook/" + KEY, Map.of())
                .close();
        open(Service.FEISHU, "https://open.larksuite.com/open-apis/bot/v2/hook/" + KEY, Map.of())
                .close();
        open(Service.SLACK, "https://hooks.slack.com/services/T0/B0/" + KEY, Map.of())
                .close();
    }

    @Test
    void leadsToAnotherHostOnlyIfThatIsAllowed() {
        String webhook = "https://chat.example.com" + REST;
        open(Service.WECOM, webhook, Map.of("host", "chat.example.com")).close();
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> open(Service.WECOM, webhook, Map.of("host", "chat.example.org")));
        assertTrue(refusal.getMessage().contains("[qyapi.weixin.qq.com, chat.example.org]"), refusal.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> open(Service.WECOM, "http://chat.example.com" + REST, Map.of("host", "chat.example.com")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "[::1]",
                "2130706433",
                "0x7f.1",
                "chat.example.com.",
                "a..b",
                "",
                "*.example.com",
                "Chat.example.com",
                "chat.example.com:8443",
                "https://chat.example.com",
                "-a.example",
                "ex ample.com"
            })
    void anotherHostIsAName(String host) {
        ConfigurationException refusal = assertThrows(
                ConfigurationException.class,
                () -> open(Service.WECOM, "https://qyapi.weixin.qq.com" + REST, Map.of("host", host)));
        assertEquals(
                "Adapter 'wecom' key 'host': '" + host
                        + "' is not a host's name in lower case (expected something like chat.example.com)",
                refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080", "http://localhost:8080", "http://[::1]:8080", "https://localhost"})
    void leadsToThisMachineOnlyIfThatIsAllowed(String place) {
        open(Service.WECOM, place + REST, Map.of("localhost", "true")).close();
        assertThrows(IllegalArgumentException.class, () -> open(Service.WECOM, place + REST, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1",
                "http://127.0.0.2",
                "http://0.0.0.0",
                "http://localhost.evil.example",
                "ftp://localhost"
            })
    void thisMachineIsNoOther(String place) {
        assertThrows(
                IllegalArgumentException.class, () -> open(Service.WECOM, place + REST, Map.of("localhost", "true")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.9S", "PT50.1S", "-PT5S", "5"})
    void aRequestTakesOneToFiftySeconds(String timeout) {
        open(Service.WECOM, "https://qyapi.weixin.qq.com" + REST, Map.of("timeout", "PT1S"))
                .close();
        open(Service.WECOM, "https://qyapi.weixin.qq.com" + REST, Map.of("timeout", "PT50S"))
                .close();
        assertThrows(
                ConfigurationException.class,
                () -> open(Service.WECOM, "https://qyapi.weixin.qq.com" + REST, Map.of("timeout", timeout)));
    }

    @Test
    void showsNothingOfItselfButItsHost() {
        Webhook webhook = Webhook.of(
                Secret.of("https://qyapi.weixin.qq.com" + REST),
                new Webhook.Rule(List.of("qyapi.weixin.qq.com"), WeCom.PATH, "key", false));
        assertEquals("https://qyapi.weixin.qq.com/***", webhook.toString());
        assertFalse(webhook.secrets(WeCom.PATH).toString().contains(KEY));
    }

    @Test
    void whatAPlatformRepeatsOfAWebhookIsMasked() {
        Mask mask = new Mask(List.of(Secret.of(KEY)));
        assertEquals("key *** is bad", mask.over("key " + KEY + " is bad"));
        assertEquals("key *** is bad", mask.over("key " + KEY.toUpperCase(java.util.Locale.ROOT) + " is bad"));
        assertEquals("key ***... is bad", mask.over("key 693a91f6-7x... is bad"));
        assertEquals("***", mask.over(KEY + KEY));
        assertEquals("693a9 and ***", mask.over("693a9 and 693a91"));
        assertEquals("ok", mask.over("ok"));
    }
}

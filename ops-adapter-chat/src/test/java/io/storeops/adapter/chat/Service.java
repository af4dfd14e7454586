package io.storeops.adapter.chat;

import static io.storeops.adapter.chat.FakeServer.Behaviour.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.storeops.adapter.chat.FakeServer.Behaviour;
import io.storeops.publishing.Channel;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.ChannelProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a test knows of a platform, apart from the code: where its webhooks are, what it answers, what its people see. */
enum Service {
    WECOM(
            new WeComChannelProvider(),
            "/cgi-bin/webhook/send?key=SECRET",
            List.of("markdown-v2", "markdown", "text"),
            answers(200, "", "{\"errcode\":0,\"errmsg\":\"ok\"}"),
            answers(200, "", "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}"),
            answers(200, "", "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}")),
    DINGTALK(
            new DingTalkChannelProvider(),
            "/robot/send?access_token=SECRET",
            List.of("markdown", "text"),
            answers(200, "", "{\"errcode\":0,\"errmsg\":\"ok\"}"),
            answers(200, "", "{\"errcode\":130101,\"errmsg\":\"send too fast, exceed 20 times per minute\"}"),
            answers(200, "", "{\"errcode\":310000,\"errmsg\":\"sign not match\"}")),
    FEISHU(
            new FeishuChannelProvider(),
            "/open-apis/bot/v2/hook/SECRET",
            List.of("card", "text"),
            answers(200, "", "{\"code\":0,\"msg\":\"success\",\"data\":{}}"),
            answers(200, "", "{\"code\":11232,\"msg\":\"create message trigger rate limit\"}"),
            answers(200, "", "{\"code\":19024,\"msg\":\"Key Words Not Found\"}")),
    SLACK(
            new SlackChannelProvider(),
            "/services/T00000000/B00000000/SECRET",
            List.of("blocks", "text"),
            answers(200, "", "ok"),
            answers(429, "Retry-After: 30\r\n", "rate_limited"),
            answers(403, "", "action_prohibited"));

    static final ObjectMapper MAPPER = new ObjectMapper();

    final ChannelProvider provider;
    final String path;
    final List<String> forms;
    final Behaviour takes;
    final Behaviour throttles;
    final Behaviour refuses;

    Service(
            ChannelProvider provider,
            String path,
            List<String> forms,
            Behaviour takes,
            Behaviour throttles,
            Behaviour refuses) {
        this.provider = provider;
        this.path = path;
        this.forms = forms;
        this.takes = takes;
        this.throttles = throttles;
        this.refuses = refuses;
    }

    Channel open(int port, Clock clock, Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "webhook", "http://127.0.0.1:" + port + path.replace("SECRET", "abcdefgh-1234"), "localhost", "true"));
        settings.putAll(more);
        return provider.create(
                AdapterConfig.of(provider.name(), provider.configKeys(), settings),
                AdapterContext.of(clock, List.of(), Path.of(".")));
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    /** The texts that people see of a message, title first where it has one of its own. */
    List<String> shown(JsonNode message) {
        List<String> texts = new ArrayList<>();
        switch (this) {
            case WECOM -> {
                String type = message.get("msgtype").textValue();
                if (!type.equals("image") && !type.equals("file")) {
                    texts.add(message.get(type).get("content").textValue());
                }
            }
            case DINGTALK -> {
                JsonNode markdown = message.get("markdown");
                texts.add((markdown == null ? message.get("text").get("content") : markdown.get("text")).textValue());
            }
            case FEISHU -> {
                JsonNode card = message.get("card");
                if (card == null) {
                    texts.add(message.get("content").get("text").textValue());
                } else {
                    texts.add(card.get("header").get("title").get("content").textValue());
                    card.get("elements")
                            .forEach(element ->
                                    texts.add(element.get("text").get("content").textValue()));
                }
            }
            case SLACK -> {
                JsonNode blocks = message.get("blocks");
                if (blocks == null) {
                    texts.add(unescaped(message.get("text").textValue()));
                } else {
                    blocks.forEach(block ->
                            texts.add(unescaped(block.get("text").get("text").textValue())));
                }
            }
        }
        return texts;
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}

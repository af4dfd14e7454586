package io.storeops.adapter.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.storeops.adapter.chat.FakeServer.Behaviour;
import io.storeops.calendar.SettableClock;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.id.StoreId;
import io.storeops.publishing.Channel;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import java.net.ProxySelector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each answer proves, against servers that give it. */
class ProofTest {
    private static final Instant NOW = Instant.parse("2024-06-16T01:30:00Z");
    private static final String TAKEN = "accepted";
    private static final String NEVER = "refused for good";
    private static final String UNKNOWN = "unknown";

    private final SettableClock clock = SettableClock.at(NOW);

    private static OutgoingMessage message() {
        return new OutgoingMessage(StoreId.of("S1"), "m-1", "DATA_GROUP", Document.of(Line.of("title"), List.of()));
    }

    private static String in(int seconds) {
        return "refused until " + NOW.plusSeconds(seconds);
    }

    private static String kind(SendResult result) {
        if (result instanceof SendResult.Refused refused) {
            return refused.retryAt().map(at -> "refused until " + at).orElse(NEVER);
        }
        return result instanceof SendResult.Accepted ? TAKEN : UNKNOWN;
    }

    private SendResult sent(Service service, Behaviour behaviour) throws Exception {
        try (Group group = new Group(service);
                Channel robot = group.next(behaviour).open(clock, Map.of("timeout", "PT1S"))) {
            return robot.send(message());
        }
    }

    private static Arguments row(Service service, int status, String headers, String body, String kind) {
        return Arguments.of(service, status, headers, body, kind);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                row(Service.WECOM, 200, "", "{\"errcode\":0,\"errmsg\":\"ok\"}", TAKEN),
                row(Service.WECOM, 200, "", "{\"errcode\":45009,\"errmsg\":\"freq\"}", in(60)),
                row(Service.WECOM, 200, "Retry-After: 7\r\n", "{\"errcode\":45009}", in(7)),
                row(Service.WECOM, 200, "", "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}", NEVER),
                row(Service.WECOM, 200, "", "{\"errcode\":987654321}", NEVER),
                row(Service.WECOM, 200, "", "{\"errcode\":-1,\"errmsg\":\"system busy\"}", UNKNOWN),
                row(Service.WECOM, 200, "", "{\"errcode\":\"0\"}", UNKNOWN),
                row(Service.WECOM, 200, "", "{\"errcode\":0.5}", UNKNOWN),
                row(Service.WECOM, 200, "", "{\"errcode\":4294967296}", UNKNOWN),
                row(Service.WECOM, 200, "", "{\"errcode\":45009,\"errcode\":0}", UNKNOWN),
                row(Service.WECOM, 200, "", "{\"code\":0}", UNKNOWN),
                row(Service.WECOM, 200, "", "ok", UNKNOWN),
                row(Service.WECOM, 200, "", "", UNKNOWN),
                row(Service.WECOM, 200, "", "{\"errcode\":0", UNKNOWN),
                row(Service.WECOM, 200, "", "<html>login</html>", UNKNOWN),
                row(Service.WECOM, 201, "", "{\"errcode\":0}", UNKNOWN),
                row(Service.WECOM, 204, "", "", UNKNOWN),
                row(Service.WECOM, 403, "", "{\"errcode\":0}", UNKNOWN),
                row(Service.WECOM, 403, "", "{\"errcode\":-1}", UNKNOWN),
                row(Service.WECOM, 404, "", "not found", NEVER),
                row(Service.WECOM, 400, "", "", NEVER),
                row(Service.WECOM, 499, "", "", NEVER),
                row(Service.WECOM, 408, "", "", UNKNOWN),
                row(Service.WECOM, 500, "", "", UNKNOWN),
                row(Service.WECOM, 502, "", "{\"errcode\":93000}", UNKNOWN),
                row(Service.WECOM, 503, "Retry-After: 7\r\n", "", UNKNOWN),
                row(Service.WECOM, 500, "", "{\"errcode\":45009}", UNKNOWN),
                row(Service.WECOM, 301, "Location: http://127.0.0.1:1/\r\n", "", UNKNOWN),
                row(Service.WECOM, 307, "Location: http://127.0.0.1:1/\r\n", "{\"errcode\":0}", UNKNOWN),
                row(Service.WECOM, 429, "", "", in(60)),
                row(Service.WECOM, 429, "Retry-After: 120\r\n", "", in(120)),
                row(Service.WECOM, 429, "Retry-After: 0\r\n", "", in(1)),
                row(Service.WECOM, 429, "Retry-After: 999999999\r\n", "", in(86_400)),
                row(Service.WECOM, 429, "Retry-After: 99999999999999999999\r\n", "", in(60)),
                row(Service.WECOM, 429, "Retry-After: soon\r\n", "", in(60)),
                row(Service.WECOM, 429, "Retry-After: Sun, 16 Jun 2024 01:31:30 GMT\r\n", "", in(90)),
                row(Service.WECOM, 429, "Retry-After: Sun, 16 Jun 2024 01:29:00 GMT\r\n", "", in(60)),
                row(Service.DINGTALK, 200, "", "{\"errcode\":0,\"errmsg\":\"ok\"}", TAKEN),
                row(Service.DINGTALK, 200, "", "{\"errcode\":130101,\"errmsg\":\"too fast\"}", in(600)),
                row(Service.DINGTALK, 200, "", "{\"errcode\":410100}", in(600)),
                row(Service.DINGTALK, 200, "", "{\"status\":1111,\"wait\":5,\"punish\":\"deny\"}", in(5)),
                row(Service.DINGTALK, 200, "", "{\"status\":1111,\"punish\":\"deny\"}", in(600)),
                row(Service.DINGTALK, 200, "", "{\"status\":1112,\"wait\":5}", UNKNOWN),
                row(Service.DINGTALK, 200, "", "{\"errcode\":310000,\"errmsg\":\"keywords not in content\"}", NEVER),
                row(Service.DINGTALK, 200, "", "{\"errcode\":300005}", NEVER),
                row(Service.DINGTALK, 200, "", "{\"errcode\":-1}", UNKNOWN),
                row(Service.FEISHU, 200, "", "{\"code\":0,\"msg\":\"success\"}", TAKEN),
                row(Service.FEISHU, 200, "", "{\"StatusCode\":0,\"StatusMessage\":\"success\"}", TAKEN),
                row(Service.FEISHU, 200, "", "{\"StatusCode\":0,\"code\":0,\"msg\":\"success\"}", TAKEN),
                row(Service.FEISHU, 200, "", "{\"StatusCode\":0,\"code\":19024}", NEVER),
                row(Service.FEISHU, 200, "", "{\"StatusCode\":19001,\"code\":0}", NEVER),
                row(Service.FEISHU, 200, "", "{\"code\":11232,\"msg\":\"rate\"}", in(60)),
                row(Service.FEISHU, 400, "", "{\"code\":99991400,\"msg\":\"frequency limited\"}", in(60)),
                row(Service.FEISHU, 400, "", "{\"code\":9499,\"msg\":\"too many request\",\"data\":{}}", in(60)),
                row(Service.FEISHU, 400, "", "{\"code\":9499,\"msg\":\"Bad Request\",\"data\":{}}", NEVER),
                row(Service.FEISHU, 200, "", "{\"code\":19021,\"msg\":\"sign match fail\"}", NEVER),
                row(Service.FEISHU, 200, "", "{\"msg\":\"success\"}", UNKNOWN),
                row(Service.SLACK, 200, "", "ok", TAKEN),
                row(Service.SLACK, 200, "", "OK", UNKNOWN),
                row(Service.SLACK, 200, "", "{\"ok\":true}", UNKNOWN),
                row(Service.SLACK, 200, "", "no_text", NEVER),
                row(Service.SLACK, 400, "", "invalid_payload", NEVER),
                row(Service.SLACK, 410, "", "channel_is_archived", NEVER),
                row(Service.SLACK, 429, "Retry-After: 30\r\n", "rate_limited", in(30)),
                row(Service.SLACK, 500, "", "rollup_error", UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerProvesWhatItDoes(Service service, int status, String headers, String body, String kind)
            throws Exception {
        assertEquals(kind, kind(sent(service, Behaviour.answers(status, headers, body))));
    }

    static Stream<Arguments> noAnswers() {
        return Stream.of(
                Arguments.of("ended", Behaviour.saysNothing(), UNKNOWN),
                Arguments.of("reset", Behaviour.resets(), UNKNOWN),
                Arguments.of("broken off", Behaviour.breaksOff(), UNKNOWN),
                Arguments.of("late", Behaviour.waits(1_500, Behaviour.answers(200, "", "{\"errcode\":0}")), UNKNOWN),
                Arguments.of("huge", Behaviour.isHuge(200), UNKNOWN),
                Arguments.of("huge, but a refusal", Behaviour.isHuge(403), NEVER));
    }

    @ParameterizedTest
    @MethodSource("noAnswers")
    void noAnswerIsUnknownAndIsAskedForOnce(String what, Behaviour behaviour, String kind) throws Exception {
        try (Group group = new Group(Service.WECOM);
                Channel robot = group.next(behaviour).open(clock, Map.of("timeout", "PT1S"))) {
            assertEquals(kind, kind(robot.send(message())), what);
            assertEquals(1, group.requests().size(), what);
        }
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void whatNeverLeftIsRefusedForNow(Service service) throws Exception {
        try (Channel robot = service.open(FakeServer.deafPort(), clock, Map.of())) {
            assertEquals(in(60), kind(robot.send(message())));
        }
    }

    @Test
    void whatFailsBeforeTlsStandsNeverLeft() throws Exception {
        try (FakeServer server = FakeServer.start(request -> Behaviour.saysNothing());
                Channel robot = Service.SLACK.open(
                        server.port(),
                        clock,
                        Map.of("webhook", "https://127.0.0.1:" + server.port() + "/services/T0/B0/abcdefgh"))) {
            assertEquals(in(60), kind(robot.send(message())));
        }
    }

    @Test
    void anInterruptedCallIsUnknownAndStaysInterrupted() throws Exception {
        List<String> kinds = new ArrayList<>();
        try (Group group = new Group(Service.WECOM);
                Channel robot =
                        group.next(Behaviour.waits(5_000, Service.WECOM.takes)).open(clock, Map.of())) {
            Thread sender = new Thread(() -> {
                kinds.add(kind(robot.send(message())));
                kinds.add("interrupted " + Thread.currentThread().isInterrupted());
            });
            sender.start();
            while (group.requests().isEmpty()) {
                Thread.sleep(5);
            }
            sender.interrupt();
            sender.join();
        }
        assertEquals(List.of(UNKNOWN, "interrupted true"), kinds);
    }

    @Test
    void theProxyOfTheMachineIsNotAsked() throws Exception {
        ProxySelector usual = ProxySelector.getDefault();
        ProxySelector.setDefault(ProxySelector.of(new java.net.InetSocketAddress("127.0.0.1", FakeServer.deafPort())));
        try {
            assertInstanceOf(SendResult.Accepted.class, sent(Service.WECOM, Service.WECOM.takes));
        } finally {
            ProxySelector.setDefault(usual);
        }
    }

    /** A half of a character is in no storage, so the answer could not be written down. */
    @Test
    void tellsNothingThatCannotBeKept() throws Exception {
        assertEquals(
                new SendResult.Refused(
                        "WeCom answered HTTP 200 errcode 93000: a\uFFFDb" + "x".repeat(197), Optional.empty()),
                sent(
                        Service.WECOM,
                        Behaviour.answers(
                                200, "", "{\"errcode\":93000,\"errmsg\":\"a\\ud800b" + "x".repeat(500) + "\"}")));
    }

    @Test
    void tellsThePlatformsCodeAndWordsOnOneLine() throws Exception {
        assertEquals(
                new SendResult.Refused(
                        "DingTalk answered HTTP 200 errcode 310000: keywords not  in content", Optional.empty()),
                sent(
                        Service.DINGTALK,
                        Behaviour.answers(
                                200, "", "{\"errcode\":310000,\"errmsg\":\"keywords not\\r\\nin content\"}")));
    }
}

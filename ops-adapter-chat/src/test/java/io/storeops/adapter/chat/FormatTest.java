package io.storeops.adapter.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.storeops.calendar.SettableClock;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.evidence.Attachment;
import io.storeops.id.StoreId;
import io.storeops.publishing.Channel;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent is, member by member, what the platform documents (marketplaces.md section 4), written here by hand. */
class FormatTest {
    private final SettableClock clock = SettableClock.at(Instant.parse("2024-06-16T01:30:00Z"));

    private static final Document DOCUMENT = Document.of(
            Line.of("Release ").andName("P01"),
            List.of(
                    new Block.Text(Line.of("Missing: none")),
                    new Block.Heading(Line.of("Items")),
                    new Block.Table(
                            List.of(Block.Column.text("Item"), Block.Column.number("Visitors")),
                            List.of(
                                    Block.Row.of(List.of(Cell.of(Line.ofName("连衣裙|A")), Cell.of(7))),
                                    new Block.Row(List.of(Cell.of(Line.ofName("b")), Cell.of(1234)), true))),
                    new Block.Fields(List.of(new Block.Field(Line.of("Gap"), Cell.of("2 > 1"))))));

    private static OutgoingMessage message() {
        return new OutgoingMessage(StoreId.of("S1"), "m-1", "DATA_GROUP", DOCUMENT);
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of(Service.WECOM, "markdown-v2", """
                        {"msgtype":"markdown_v2","markdown_v2":{"content":"# Release P01\\n\\nMissing: none\\n\\n## Items\\n\
                        | Item | Visitors |\\n| :-- | --: |\\n| 连衣裙｜A | 7 |\\n| **b** | **1234** |\\n\\n- Gap: 2 > 1\\n"}}"""),
                Arguments.of(Service.WECOM, "markdown", """
                        {"msgtype":"markdown","markdown":{"content":"# Release P01\\n\\nMissing: none\\n\\n## Items\\n\
                        > **Item | Visitors**\\n> 连衣裙｜A | 7\\n> **b** | **1234**\\n\\n> Gap: 2 > 1\\n"}}"""),
                Arguments.of(Service.WECOM, "text", """
                        {"msgtype":"text","text":{"content":"Release P01\\n\\nMissing: none\\n\\nItems\\n\
                        Item | Visitors\\n连衣裙｜A | 7\\n> b | 1234\\n\\nGap: 2 > 1\\n"}}"""),
                Arguments.of(Service.DINGTALK, "markdown", """
                        {"msgtype":"markdown","markdown":{"title":"Release P01","text":"### Release P01\\n\\nMissing: none\\n\\n\
                        #### Items\\n\\n- **Item | Visitors**\\n- 连衣裙｜A | 7\\n- **b** | **1234**\\n\\n- Gap: 2 > 1\\n"},\
                        "at":{"atMobiles":[],"isAtAll":false}}"""),
                Arguments.of(Service.DINGTALK, "text", """
                        {"msgtype":"text","text":{"content":"Release P01\\n\\nMissing: none\\n\\nItems\\n\
                        Item | Visitors\\n连衣裙｜A | 7\\n> b | 1234\\n\\nGap: 2 > 1\\n"},\
                        "at":{"atMobiles":[],"isAtAll":false}}"""),
                Arguments.of(Service.FEISHU, "card", """
                        {"msg_type":"interactive","card":{"header":{"title":{"tag":"plain_text","content":"Release P01"}},\
                        "elements":[{"tag":"div","text":{"tag":"lark_md","content":"Missing: none\\n\\n**Items**\\n\
                        **Item | Visitors**\\n连衣裙｜A | 7\\n**b** | **1234**\\n\\nGap: 2 > 1\\n"}}]}}"""),
                Arguments.of(Service.FEISHU, "text", """
                        {"msg_type":"text","content":{"text":"Release P01\\n\\nMissing: none\\n\\nItems\\n\
                        Item | Visitors\\n连衣裙｜A | 7\\n> b | 1234\\n\\nGap: 2 > 1\\n"}}"""),
                Arguments.of(Service.SLACK, "blocks", """
                        {"text":"Release P01","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"*Release P01*"}},\
                        {"type":"section","text":{"type":"mrkdwn","text":"Missing: none\\n\\n*Items*\\n```\\n\
                          Item       Visitors\\n  连衣裙｜A         7\\n&gt; b              1234\\n```\\n\\n• Gap: 2 &gt; 1\\n"}}]}"""),
                Arguments.of(Service.SLACK, "text", """
                        {"text":"Release P01\\n\\nMissing: none\\n\\nItems\\n\
                        Item | Visitors\\n连衣裙｜A | 7\\n&gt; b | 1234\\n\\nGap: 2 &gt; 1\\n"}"""));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormIsTheDocumentedOne(Service service, String form, String expected) throws Exception {
        try (Group group = new Group(service);
                Channel robot = group.open(clock, Map.of("form", form))) {
            assertInstanceOf(SendResult.Accepted.class, robot.send(message()));
            assertEquals(List.of(Service.json(expected)), group.taken());
            FakeServer.Request request = group.requests().get(0);
            assertEquals("application/json; charset=utf-8", request.headers().get("content-type"));
            assertEquals(service.path.replace("SECRET", "abcdefgh-1234"), request.target());
        }
    }

    /** Both signatures were computed by another program, from the platforms' descriptions. */
    @Test
    void dingTalkIsSignedInTheAddress() throws Exception {
        try (Group group = new Group(Service.DINGTALK);
                Channel robot = group.open(clock, Map.of("signingKey", "SEC-demo"))) {
            robot.send(message());
            assertEquals(
                    "/robot/send?access_token=abcdefgh-1234&sign=uiFwHADiLH1s1Q0vhYLvC%2FrFSbC4DjGsk1rCuELQG%2F4%3D&timestamp=1718501400000",
                    group.requests().get(0).target());
        }
    }

    @Test
    void feishuIsSignedInTheBody() throws Exception {
        try (Group group = new Group(Service.FEISHU);
                Channel robot = group.open(clock, Map.of("signingKey", "SEC-demo", "form", "text"))) {
            robot.send(message());
            assertEquals("1718501400", group.taken().get(0).get("timestamp").textValue());
            assertEquals(
                    "7mg0rSippY0yxxuwLt6UWj/cY/Wh39B50IcfD77zn0A=",
                    group.taken().get(0).get("sign").textValue());
            assertEquals(4, group.taken().get(0).size());
        }
    }

    @Test
    void aPictureGoesWithinAMessageOfWeComAndAnotherFileIsHandedInBefore() throws Exception {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '-', '1'};
        try (Group group = new Group(Service.WECOM);
                Channel robot = group.open(clock, Map.of("files", "true"))) {
            OutgoingMessage message = message()
                    .enclosing(List.of(
                            new OutgoingMessage.File("board.png", Attachment.of("image/png", picture)),
                            new OutgoingMessage.File(
                                    "items.csv", Attachment.of("text/csv", new byte[] {'a', ',', 'b'}))));
            assertInstanceOf(SendResult.Accepted.class, robot.send(message));
            assertEquals(
                    "/cgi-bin/webhook/upload_media?key=abcdefgh-1234&type=file",
                    group.requests().get(0).target());
            assertEquals(
                    List.of(Service.json("""
                                    {"msgtype":"image","image":{"base64":"iVBORy0x","md5":"6bfc2f5a8912f939dc758225705930d0"}}"""), Service.json("""
                                    {"msgtype":"file","file":{"media_id":"media-1"}}""")), group.taken().subList(1, 3));
        }
    }
}

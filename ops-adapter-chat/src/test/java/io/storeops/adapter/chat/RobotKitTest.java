package io.storeops.adapter.chat;

import io.storeops.publishing.Channel;
import io.storeops.spi.AdapterProvider;
import io.storeops.spi.tck.ChannelContract;
import io.storeops.spi.tck.ProviderContract;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** The channel kit for every platform in every form, and the provider kit. */
class RobotKitTest {
    private static final Pattern NUMBERED = Pattern.compile(" \\((\\d+)/(\\d+)\\)");

    /** A robot in one form. */
    abstract static class InOneForm extends ChannelContract {
        private final Service service;
        private final Map<String, String> settings;
        private Group group;

        InOneForm(Service service, String form, String... more) {
            this.service = service;
            this.settings = new TreeMap<>(Map.of("form", form));
            for (String flag : more) {
                settings.put(flag, "true");
            }
        }

        @Override
        protected Channel open(Clock clock) throws Exception {
            group = new Group(service);
            return group.open(clock, settings);
        }

        @Override
        protected Channel unreachable(Clock clock) throws Exception {
            return service.open(FakeServer.deafPort(), clock, settings);
        }

        /** The parts of a message as one, without what numbers them and what every part begins with. */
        @Override
        protected List<String> received() {
            List<String> whole = new ArrayList<>();
            for (String text : group.shown()) {
                Matcher numbered = NUMBERED.matcher(text);
                boolean part = numbered.find();
                if (text.isEmpty()) {
                    continue;
                } else if (part && !numbered.group(1).equals("1")) {
                    String rest = text.substring(numbered.end()).replaceFirst("^[*\\n]+", "");
                    int last = whole.size() - 1;
                    whole.set(last, whole.get(last).stripTrailing() + rest);
                } else {
                    whole.add(part ? numbered.replaceFirst("") : text);
                }
            }
            // Sections of one message of Slack are read as one text.
            return whole.stream()
                    .map(text -> text.replaceAll("(x)\\n+(x)", "$1$2"))
                    .toList();
        }

        @Override
        protected List<byte[]> receivedFiles() {
            List<byte[]> files = new ArrayList<>();
            for (FakeServer.Request request : group.requests()) {
                if (request.target().startsWith("/cgi-bin/webhook/upload_media")) {
                    files.add(file(request));
                }
            }
            long sent = group.taken().stream()
                    .map(message -> message.get("msgtype"))
                    .filter(type -> type != null && type.asText().equals("file"))
                    .count();
            return files.subList(0, (int) sent);
        }

        private static byte[] file(FakeServer.Request request) {
            String boundary = request.headers().get("content-type").split("boundary=")[1];
            String text = new String(request.body(), StandardCharsets.ISO_8859_1);
            int from = text.indexOf("\r\n\r\n") + 4;
            int to = text.indexOf("\r\n--" + boundary + "--", from);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(Arrays.copyOfRange(request.body(), from, to));
            return out.toByteArray();
        }

        @AfterEach
        final void closeGroup() throws Exception {
            group.close();
        }
    }

    @Nested
    class WeComMarkdownV2 extends InOneForm {
        WeComMarkdownV2() {
            super(Service.WECOM, "markdown-v2");
        }
    }

    @Nested
    class WeComWithFiles extends InOneForm {
        WeComWithFiles() {
            super(Service.WECOM, "markdown-v2", "files");
        }
    }

    @Nested
    class WeComMarkdown extends InOneForm {
        WeComMarkdown() {
            super(Service.WECOM, "markdown");
        }
    }

    @Nested
    class WeComText extends InOneForm {
        WeComText() {
            super(Service.WECOM, "text");
        }
    }

    @Nested
    class DingTalkMarkdown extends InOneForm {
        DingTalkMarkdown() {
            super(Service.DINGTALK, "markdown");
        }
    }

    @Nested
    class DingTalkText extends InOneForm {
        DingTalkText() {
            super(Service.DINGTALK, "text");
        }
    }

    @Nested
    class FeishuCard extends InOneForm {
        FeishuCard() {
            super(Service.FEISHU, "card");
        }
    }

    @Nested
    class FeishuText extends InOneForm {
        FeishuText() {
            super(Service.FEISHU, "text");
        }
    }

    @Nested
    class SlackBlocks extends InOneForm {
        SlackBlocks() {
            super(Service.SLACK, "blocks");
        }
    }

    @Nested
    class SlackText extends InOneForm {
        SlackText() {
            super(Service.SLACK, "text");
        }
    }

    /** The provider of a platform. */
    abstract static class OfPlatform extends ProviderContract {
        private final Service service;
        private final String webhook;

        OfPlatform(Service service, String host) {
            this.service = service;
            this.webhook = "https://" + host + service.path;
        }

        @Override
        protected AdapterProvider<?> provider() {
            return service.provider;
        }

        @Override
        protected Map<String, String> settings(Path directory) {
            return Map.of("webhook", webhook);
        }
    }

    @Nested
    class WeComProvider extends OfPlatform {
        WeComProvider() {
            super(Service.WECOM, "qyapi.weixin.qq.com");
        }
    }

    @Nested
    class DingTalkProvider extends OfPlatform {
        DingTalkProvider() {
            super(Service.DINGTALK, "oapi.dingtalk.com");
        }
    }

    @Nested
    class FeishuProvider extends OfPlatform {
        FeishuProvider() {
            super(Service.FEISHU, "open.feishu.cn");
        }
    }

    @Nested
    class SlackProvider extends OfPlatform {
        SlackProvider() {
            super(Service.SLACK, "hooks.slack.com");
        }
    }
}

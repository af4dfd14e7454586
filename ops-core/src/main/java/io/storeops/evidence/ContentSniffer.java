package io.storeops.evidence;

import com.google.common.collect.ImmutableSortedSet;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Says from bytes alone what they can be. A picture or a document is known by how its format begins, so bytes that are two
 * formats at once are known by the first; text is known by being valid UTF-8 without control characters.
 */
final class ContentSniffer {
    private static final String JSON_BEGINNINGS = "{[\"-0123456789";
    private static final int WINDOW = 8192;

    private ContentSniffer() {}

    /** The types that the bytes bear; none if they are none of those that are known, or there are no bytes. */
    static Set<String> typesOf(byte[] content) {
        if (begins(content, 0, "\u0089PNG\r\n\u001A\n")) {
            return Set.of("image/png");
        }
        if (begins(content, 0, "\u00FF\u00D8\u00FF")) {
            return Set.of("image/jpeg");
        }
        if (begins(content, 0, "GIF87a") || begins(content, 0, "GIF89a")) {
            return Set.of("image/gif");
        }
        if (begins(content, 0, "RIFF") && begins(content, 8, "WEBP")) {
            return Set.of("image/webp");
        }
        if (begins(content, 0, "%PDF-")) {
            return Set.of("application/pdf");
        }
        if (!isText(content)) {
            return Set.of();
        }
        return beginsLikeJson(content)
                ? ImmutableSortedSet.of("application/json", "text/csv", "text/plain")
                : ImmutableSortedSet.of("text/csv", "text/plain");
    }

    /** Whether the bytes from a place on begin with these, each written as the character of its number. */
    private static boolean begins(byte[] content, int at, String bytes) {
        byte[] expected = bytes.getBytes(StandardCharsets.ISO_8859_1);
        if (content.length < at + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (content[at + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(byte[] content) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(content);
        CharBuffer out = CharBuffer.allocate(WINDOW);
        CoderResult result;
        do {
            result = decoder.decode(in, out.clear(), true);
            if (result.isError() || out.flip().chars().anyMatch(ContentSniffer::isControl)) {
                return false;
            }
        } while (result.isOverflow());
        return content.length > 0;
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
    }

    private static boolean beginsLikeJson(byte[] content) {
        int at = 0;
        while (at < content.length && " \t\n\r".indexOf(content[at]) >= 0) {
            at++;
        }
        return at < content.length
                && (JSON_BEGINNINGS.indexOf(content[at]) >= 0
                        || begins(content, at, "true")
                        || begins(content, at, "false")
                        || begins(content, at, "null"));
    }
}

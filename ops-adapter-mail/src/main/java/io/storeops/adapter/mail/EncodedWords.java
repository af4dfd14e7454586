package io.storeops.adapter.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.StringJoiner;

/**
 * A text as the value of a header (RFC 2047): always encoded, because a text in ASCII can look like an encoded word itself, and would
 * be read as what it encodes. One word a line, no line of more than 76 characters with the
 * name in front, no character divided.
 */
final class EncodedWords {
    private static final int MOST_BYTES = 39;

    private EncodedWords() {}

    static String of(String text) {
        StringJoiner words = new StringJoiner("\r\n ");
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            String character = Character.toString(text.codePointAt(at));
            int more = character.getBytes(UTF_8).length;
            if (bytes + more > MOST_BYTES) {
                words.add(encoded(word));
                word.setLength(0);
                bytes = 0;
            }
            word.append(character);
            bytes += more;
        }
        return words.add(encoded(word)).toString();
    }

    private static String encoded(CharSequence word) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(word.toString().getBytes(UTF_8)) + "?=";
    }
}

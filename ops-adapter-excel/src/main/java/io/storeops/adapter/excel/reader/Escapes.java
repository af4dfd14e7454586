package io.storeops.adapter.excel.reader;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters that Excel writes as {@code _x000D_} because XML has no way to. */
final class Escapes {
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int HEX = 16;

    private Escapes() {}

    static String decoded(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher escapes = ESCAPE.matcher(text);
        StringBuilder decoded = new StringBuilder();
        while (escapes.find()) {
            String character = String.valueOf((char) Integer.parseInt(escapes.group(1), HEX));
            escapes.appendReplacement(decoded, Matcher.quoteReplacement(character));
        }
        return escapes.appendTail(decoded).toString();
    }
}

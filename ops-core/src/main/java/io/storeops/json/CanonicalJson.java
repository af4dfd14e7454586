package io.storeops.json;

import java.util.Map;

/** Prints the canonical text of a value. */
final class CanonicalJson {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private CanonicalJson() {}

    static String print(Json value) {
        StringBuilder out = new StringBuilder();
        print(value, out);
        return out.toString();
    }

    private static void print(Json value, StringBuilder out) {
        if (value instanceof Json.Obj object) {
            char separator = '{';
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                out.append(separator);
                quote(member.getKey(), out);
                out.append(':');
                print(member.getValue(), out);
                separator = ',';
            }
            out.append(separator == '{' ? "{}" : "}");
        } else if (value instanceof Json.Arr array) {
            char separator = '[';
            for (Json element : array.elements()) {
                out.append(separator);
                print(element, out);
                separator = ',';
            }
            out.append(separator == '[' ? "[]" : "]");
        } else if (value instanceof Json.Text text) {
            quote(text.value(), out);
        } else if (value instanceof Json.Num number) {
            out.append(number.value().toPlainString());
        } else if (value instanceof Json.Bool bool) {
            out.append(bool.value());
        } else {
            out.append("null");
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xF]);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}

package io.storeops.adapter.chat;

import io.storeops.json.Json;
import java.util.Optional;

/**
 * A platform's code, with its words.
 *
 * @param code the code; whole
 * @param words the code and what the platform says of it, on one line
 */
record ErrorCode(int code, String words) {
    private static final int LONGEST = 200;
    private static final int REPLACEMENT = 0xFFFD;

    /** The code of an answer; empty if it has none that is a whole number of 32 bits. */
    static Optional<ErrorCode> of(Json.Obj answer, String codeName, String wordsName) {
        return Signal.number(answer, codeName).stream()
                .filter(code -> code == (int) code)
                .mapToObj(code ->
                        new ErrorCode((int) code, codeName + " " + code + shown(": ", Signal.text(answer, wordsName))))
                .findFirst();
    }

    /** What a platform says, on one line, not without end, and of characters that every storage keeps. */
    static String shown(String before, String said) {
        StringBuilder line = new StringBuilder();
        said.codePoints()
                .limit(LONGEST)
                .map(code -> Character.isISOControl(code) ? ' ' : code)
                .map(code -> Character.getType(code) == Character.SURROGATE ? REPLACEMENT : code)
                .forEach(line::appendCodePoint);
        return said.isBlank() ? "" : before + line.toString().strip();
    }
}

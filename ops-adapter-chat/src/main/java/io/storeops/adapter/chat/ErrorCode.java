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

    /** The code of an answer; empty if it has none that is a whole number of 32 bits. */
    static Optional<ErrorCode> of(Json.Obj answer, String codeName, String wordsName) {
        return Signal.number(answer, codeName).stream()
                .filter(code -> code == (int) code)
                .mapToObj(code ->
                        new ErrorCode((int) code, codeName + " " + code + shown(": ", Signal.text(answer, wordsName))))
                .findFirst();
    }

    /** What a platform says, on one line and not without end. */
    static String shown(String before, String said) {
        StringBuilder line = new StringBuilder();
        said.codePoints()
                .limit(LONGEST)
                .map(code -> Character.isISOControl(code) ? ' ' : code)
                .forEach(line::appendCodePoint);
        return said.isBlank() ? "" : before + line.toString().strip();
    }
}

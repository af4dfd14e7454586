package io.storeops.adapter.excel.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;

/** The texts that cells share, by number, as UTF-8 in one piece: a million of them take little more than their bytes. */
final class SharedTexts {
    private static final int FIRST_BYTES = 8_192;
    private static final int FIRST_TEXTS = 256;

    /** An empty text has no byte, but a number all the same. */
    private static final int MOST_TEXTS = 4_000_000;

    private final int most;
    private byte[] bytes = new byte[FIRST_BYTES];
    private int[] ends = new int[FIRST_TEXTS];
    private int size;

    /** None yet, and no more than that many bytes. */
    SharedTexts(int most) {
        this.most = most;
    }

    void add(String text) throws IOException {
        byte[] more = text.getBytes(UTF_8);
        int from = size == 0 ? 0 : ends[size - 1];
        long end = (long) from + more.length;
        if (end > most || size == MOST_TEXTS) {
            throw new IOException(
                    "it shares more than " + most + " bytes of texts, or more than " + MOST_TEXTS + " of them");
        }
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(most, Math.max(end, bytes.length * 2L)));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        System.arraycopy(more, 0, bytes, from, more.length);
        ends[size++] = (int) end;
    }

    String get(int number) {
        if (number < 0 || number >= size) {
            throw new IllegalArgumentException("it names the shared text " + number + ", and there are " + size);
        }
        int from = number == 0 ? 0 : ends[number - 1];
        return new String(bytes, from, ends[number] - from, UTF_8);
    }
}

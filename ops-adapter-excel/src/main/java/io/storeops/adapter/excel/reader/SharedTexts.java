package io.storeops.adapter.excel.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts that cells share, by number, as UTF-8 in blocks: a million of them take little more than their bytes, and none is ever copied
 * to make room.
 */
final class SharedTexts {
    /** Larger than the longest text; small enough for the JVM to have room for one more wherever there is some. */
    private static final int BLOCK = 256 << 10;

    private static final int MOST_BLOCKS = 256;
    private static final int PAGE = 32 << 10;

    /** An empty text has no byte, but a number all the same. */
    private static final int MOST_TEXTS = 4_000_000;

    private static final int LENGTH_BYTES = 3;
    private static final int BYTE = 8;

    private final List<byte[]> blocks = new ArrayList<>();
    private final List<int[]> starts = new ArrayList<>();
    private int used = BLOCK;
    private int size;

    void add(String text) throws IOException {
        byte[] more = text.getBytes(UTF_8);
        if (used + LENGTH_BYTES + more.length > BLOCK) {
            if (blocks.size() == MOST_BLOCKS) {
                throw tooMany();
            }
            blocks.add(new byte[BLOCK]);
            used = 0;
        }
        if (size == MOST_TEXTS) {
            throw tooMany();
        }
        if (size % PAGE == 0) {
            starts.add(new int[PAGE]);
        }
        starts.get(size / PAGE)[size % PAGE] = (blocks.size() - 1) * BLOCK + used;
        size++;
        byte[] block = blocks.get(blocks.size() - 1);
        for (int shift = (LENGTH_BYTES - 1) * BYTE; shift >= 0; shift -= BYTE) {
            block[used++] = (byte) (more.length >> shift);
        }
        System.arraycopy(more, 0, block, used, more.length);
        used += more.length;
    }

    private static IOException tooMany() {
        return new IOException("it shares more than " + (long) BLOCK * MOST_BLOCKS + " bytes of texts, or more than "
                + MOST_TEXTS + " of them");
    }

    String get(int number) {
        if (number < 0 || number >= size) {
            throw new IllegalArgumentException("it names the shared text " + number + ", and there are " + size);
        }
        int start = starts.get(number / PAGE)[number % PAGE];
        byte[] block = blocks.get(start / BLOCK);
        int from = start % BLOCK;
        int length = 0;
        for (int i = 0; i < LENGTH_BYTES; i++) {
            length = (length << BYTE) | Byte.toUnsignedInt(block[from++]);
        }
        return new String(block, from, length, UTF_8);
    }
}

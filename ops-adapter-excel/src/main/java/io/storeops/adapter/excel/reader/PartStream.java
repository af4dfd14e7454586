package io.storeops.adapter.excel.reader;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a part, no more of them than a limit, and no more between {@code <} and {@code >} than a tag needs: a parser keeps a tag, a
 * comment and an attribute whole, however long.
 */
final class PartStream extends FilterInputStream {
    private static final int LONGEST_TAG = 256 << 10;
    private static final int NONE = Integer.MIN_VALUE;

    private final long most;
    private long read;
    private int tag = -1;

    PartStream(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    /** What is refused here; the parser passes it on. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(String message) {
            super(message);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int got = super.read(buffer, from, length);
        read += Math.max(0, got);
        if (read > most) {
            throw new TooLargeException("a part of it unpacks to more than " + most + " bytes");
        }
        int end = from + Math.max(0, got);
        int last = tag >= 0 ? from - tag : NONE;
        for (int i = from; i < end; i++) {
            byte c = buffer[i];
            if (c == '>') {
                check(last == NONE ? 0 : i - last);
                last = NONE;
            } else if (c == '<' && last == NONE) {
                last = i;
            }
        }
        tag = last == NONE ? -1 : end - last;
        check(tag);
        return got;
    }

    private static void check(int length) throws TooLargeException {
        if (length > LONGEST_TAG) {
            throw new TooLargeException(
                    "something in it, a tag or a comment, goes on for more than " + LONGEST_TAG + " bytes");
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public long skip(long n) throws IOException {
        throw new IOException("A part is read from its beginning to its end");
    }
}

package io.storeops.adapter.csv.storage;

import java.util.HexFormat;
import java.util.zip.CRC32C;

/** CRC-32C as eight lower-case hexadecimal digits. */
final class Checksum {
    static final int LENGTH = 8;

    private Checksum() {}

    static String of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    static String of(byte[] bytes, int from, int to) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, to - from);
        return text(crc);
    }

    /** The running checksum of the first bytes. */
    static CRC32C running(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return crc;
    }

    /** A running checksum as it stands. */
    static String text(CRC32C crc) {
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}

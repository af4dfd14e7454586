package io.storeops.adapter.jdbc;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Values in the binary format of PostgreSQL's COPY: each with its length before it, big-endian. The server takes them as they
 * are, where a text would have to be parsed, which is most of the work of a bulk append. Grows as needed; used by one thread.
 */
final class CopyBuffer {
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ABSENT = -1;
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final int NANOS_A_MICRO = 1000;
    private static final int BASE = 10_000;
    private static final int DIGITS_A_GROUP = 4;
    /** So many digits are still a long when zeros are added to fill their last group. */
    private static final int DIGITS_OF_A_LONG = 15;

    private static final int POSITIVE = 0;
    private static final int NEGATIVE = 0x4000;

    private ByteBuffer bytes = ByteBuffer.allocate(1 << 16);

    /** What stands before the first row. */
    void begin() {
        room(SIGNATURE.length + 2 * Integer.BYTES).put(SIGNATURE).putInt(0).putInt(0);
    }

    /** What stands before a row's values. */
    void row(int columns) {
        room(Short.BYTES).putShort((short) columns);
    }

    /** What stands behind the last row. */
    void end() {
        room(Short.BYTES).putShort((short) ABSENT);
    }

    void absent() {
        room(Integer.BYTES).putInt(ABSENT);
    }

    void number(long value) {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
    }

    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + utf8.length).putInt(utf8.length).put(utf8);
    }

    void flag(boolean value) {
        room(Integer.BYTES + 1).putInt(1).put((byte) (value ? 1 : 0));
    }

    /** Days since 2000. */
    void date(LocalDate value) {
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(Math.toIntExact(value.toEpochDay() - EPOCH_DAY));
    }

    /** Microseconds since 2000, UTC. */
    void instant(Instant value) {
        number((value.getEpochSecond() - EPOCH_SECOND) * MICROS_A_SECOND + value.getNano() / NANOS_A_MICRO);
    }

    /** Groups of four digits to either side of the point, and how many digits behind it are shown. */
    void decimal(BigDecimal value) {
        int fraction = (value.scale() + DIGITS_A_GROUP - 1) / DIGITS_A_GROUP;
        int filled = fraction * DIGITS_A_GROUP;
        short[] groups = value.precision() <= DIGITS_OF_A_LONG
                ? groups(value.setScale(filled).unscaledValue().longValueExact())
                : groups(value.setScale(filled).unscaledValue().abs().toString());
        int size = 4 * Short.BYTES + groups.length * Short.BYTES;
        ByteBuffer to = room(Integer.BYTES + size).putInt(size);
        to.putShort((short) groups.length).putShort((short) (groups.length - fraction - 1));
        to.putShort((short) (value.signum() < 0 ? NEGATIVE : POSITIVE)).putShort((short) value.scale());
        for (short group : groups) {
            to.putShort(group);
        }
    }

    private static short[] groups(long digits) {
        int count = 0;
        for (long rest = digits; rest != 0; rest /= BASE) {
            count++;
        }
        short[] groups = new short[count];
        long rest = digits;
        for (int i = count - 1; i >= 0; i--) {
            groups[i] = (short) Math.abs(rest % BASE);
            rest /= BASE;
        }
        return groups;
    }

    private static short[] groups(String digits) {
        short[] groups = new short[(digits.length() + DIGITS_A_GROUP - 1) / DIGITS_A_GROUP];
        int to = digits.length();
        for (int i = groups.length - 1; i >= 0; i--) {
            groups[i] = Short.parseShort(digits.substring(Math.max(0, to - DIGITS_A_GROUP), to));
            to -= DIGITS_A_GROUP;
        }
        return groups;
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * bytes.capacity(), bytes.position() + more));
            bytes = larger.put(bytes.flip());
        }
        return bytes;
    }

    int size() {
        return bytes.position();
    }

    /** The bytes, of which the first {@link #size} count; good until the next call. */
    byte[] array() {
        return bytes.array();
    }

    void clear() {
        bytes.clear();
    }
}

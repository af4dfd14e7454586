package io.storeops.adapter.excel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * How large a picture is, as its first bytes say.
 *
 * @param width in pixels, 1 or more
 * @param height in pixels, 1 or more
 */
record PictureSize(int width, int height) {
    private static final int PNG = 0x89504E47;
    private static final int PNG_HEADER = 24;
    private static final int GIF = 0x47494638;
    private static final int GIF_HEADER = 10;
    private static final int JPEG = 0xFFD8;

    /** The size; empty if the bytes do not tell it. */
    static Optional<PictureSize> of(byte[] picture) {
        ByteBuffer bytes = ByteBuffer.wrap(picture);
        if (picture.length >= PNG_HEADER && bytes.getInt(0) == PNG) {
            return of(bytes.getInt(16), bytes.getInt(20));
        } else if (picture.length >= GIF_HEADER && bytes.getInt(0) == GIF) {
            bytes.order(ByteOrder.LITTLE_ENDIAN);
            return of(Short.toUnsignedInt(bytes.getShort(6)), Short.toUnsignedInt(bytes.getShort(8)));
        } else if (picture.length > 2 && Short.toUnsignedInt(bytes.getShort(0)) == JPEG) {
            return ofJpeg(bytes);
        }
        return Optional.empty();
    }

    private static Optional<PictureSize> of(int width, int height) {
        return width > 0 && height > 0 ? Optional.of(new PictureSize(width, height)) : Optional.empty();
    }

    /** Goes from segment to segment until one begins a frame. */
    private static Optional<PictureSize> ofJpeg(ByteBuffer bytes) {
        int at = 2;
        while (at + 9 <= bytes.limit() && Byte.toUnsignedInt(bytes.get(at)) == 0xFF) {
            int marker = Byte.toUnsignedInt(bytes.get(at + 1));
            if (marker == 0xFF) {
                at++;
            } else if (beginsFrame(marker)) {
                return of(Short.toUnsignedInt(bytes.getShort(at + 7)), Short.toUnsignedInt(bytes.getShort(at + 5)));
            } else {
                at += 2 + Short.toUnsignedInt(bytes.getShort(at + 2));
            }
        }
        return Optional.empty();
    }

    private static boolean beginsFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}

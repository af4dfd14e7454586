package io.storeops.spi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The word that stands for a buyer in an {@link io.storeops.figures.OrderLine}: it tells buyers apart and says nothing of them. Whoever reads a name
 * where it stands passes this on instead.
 *
 * <p>The word is 128 bits of SipHash-2-4 under two random keys that this process draws once and nobody keeps: the same for the same name while the process
 * runs, another in any other, and of no use to find the name. That two of a million buyers have one word has a probability below 10<sup>-26</sup>.
 * Thread-safe.
 */
public final class BuyerWord {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HashFunction ONE = keyed();
    private static final HashFunction OTHER = keyed();

    private BuyerWord() {}

    private static HashFunction keyed() {
        return Hashing.sipHash24(RANDOM.nextLong(), RANDOM.nextLong());
    }

    /**
     * The word of a buyer.
     *
     * @param name the name, number or whatever the source tells buyers apart by, as it stands
     * @return 32 hexadecimal digits
     */
    public static String of(String name) {
        byte[] text = name.getBytes(UTF_8);
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(ONE.hashBytes(text).asLong())
                + hex.toHexDigits(OTHER.hashBytes(text).asLong());
    }
}

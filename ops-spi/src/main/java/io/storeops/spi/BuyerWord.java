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
 * <p>The word is a SipHash-2-4 under a random key of 128 bits that this process draws once and nobody keeps: the same for the same name while the
 * process runs, another in any other, and of no use to find the name. It has 64 bits: that any two of a million buyers have one word, which would count
 * them as one, has a probability of 3 in 100 million.
 *
 * <p>Thread-safe.
 */
public final class BuyerWord {
    private static final HashFunction KEYED = keyed(new SecureRandom());

    private BuyerWord() {}

    private static HashFunction keyed(SecureRandom random) {
        return Hashing.sipHash24(random.nextLong(), random.nextLong());
    }

    /**
     * The word of a buyer.
     *
     * @param name the name, number or whatever the source tells buyers apart by, as it stands
     * @return 16 hexadecimal digits
     */
    public static String of(String name) {
        return HexFormat.of().toHexDigits(KEYED.hashBytes(name.getBytes(UTF_8)).asLong());
    }
}

package io.storeops.adapter.chat;

import io.storeops.spi.Secret;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Takes secrets out of what a platform says: it may repeat the address that it was called by, whole or in part. Every piece of
 * {@value #GRAM} characters that also stands in a secret is shown as {@code ***}. Immutable.
 *
 * @param secrets what nobody is to see
 */
record Mask(List<Secret> secrets) {
    private static final int GRAM = 6;
    private static final String SHOWN = "***";

    Mask {
        secrets = List.copyOf(secrets);
    }

    /** The text without secrets. */
    String over(String text) {
        Set<String> pieces = new HashSet<>();
        for (Secret secret : secrets) {
            String whole = folded(secret.reveal());
            for (int i = 0; i + GRAM <= whole.length(); i++) {
                pieces.add(whole.substring(i, i + GRAM));
            }
        }
        String folded = folded(text);
        boolean[] hidden = new boolean[text.length()];
        for (int i = 0; i + GRAM <= folded.length(); i++) {
            if (pieces.contains(folded.substring(i, i + GRAM))) {
                for (int j = i; j < i + GRAM; j++) {
                    hidden[j] = true;
                }
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < hidden.length; i++) {
            if (!hidden[i]) {
                out.append(text.charAt(i));
            } else if (i == 0 || !hidden[i - 1]) {
                out.append(SHOWN);
            }
        }
        return out.toString();
    }

    /** Without case, at the same length. */
    private static String folded(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.length() == text.length() ? lower : text;
    }
}

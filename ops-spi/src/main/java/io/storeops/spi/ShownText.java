package io.storeops.spi;

/** A text from outside as a message may show it. */
public final class ShownText {
    private static final int LONGEST = 60;

    private ShownText() {}

    /**
     * The text short, on one line and in quotes.
     *
     * @param text the text as it stands
     * @return its first 60 characters, with dots if there are more; what cannot be seen or turns a line about is replaced
     */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder("'");
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '\uFFFD' : c);
        }
        return shown.append(text.length() > LONGEST ? "...'" : "'").toString();
    }
}

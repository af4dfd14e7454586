package io.storeops.adapter.mail;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mail address: ASCII, without a name, quotes or comments, so that nothing in it can become a header or a second address. A domain in
 * another script is written as xn--.
 *
 * @param text as in ops@example.com, at most 254 characters
 */
record MailAddress(String text) {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern FORM =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")*");

    MailAddress {
        if (text.length() > LONGEST
                || text.indexOf('@') > LONGEST_LOCAL
                || !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
    }

    /** Several, separated by commas. */
    static List<MailAddress> several(String text) {
        List<MailAddress> addresses = Stream.of(text.split(",", -1))
                .map(String::strip)
                .map(MailAddress::new)
                .collect(ImmutableList.toImmutableList());
        if (addresses.stream().distinct().count() < addresses.size()) {
            throw new IllegalArgumentException(text);
        }
        return addresses;
    }

    String domain() {
        return text.substring(text.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return text;
    }
}

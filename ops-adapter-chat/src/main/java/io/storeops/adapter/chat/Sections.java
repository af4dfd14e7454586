package io.storeops.adapter.chat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Divides passages into sections that fit, between rows, with the head of a table above each of its pieces. A paragraph that fits
 * into none is divided between words, or else between characters; a row of a table never is.
 */
final class Sections {
    private static final String GAP = "\n";

    private final Predicate<String> fits;
    private final List<String> sections = new ArrayList<>();
    private String current = "";

    private Sections(Predicate<String> fits) {
        this.fits = fits;
    }

    /**
     * Divides.
     *
     * @param passages the passages
     * @param fits whether a text is a section that the platform takes
     * @return the sections in order, none empty
     * @throws DoesNotFitException if a row is longer than a section may be
     */
    static List<String> of(List<Passage> passages, Predicate<String> fits) {
        Sections divided = new Sections(fits);
        passages.forEach(divided::add);
        divided.close("");
        return List.copyOf(divided.sections);
    }

    private void add(Passage passage) {
        boolean open = false;
        for (String row : passage.rows()) {
            String more = open ? row : (current.isEmpty() ? "" : GAP) + passage.head() + row;
            if (fits.test(current + more + passage.tail())) {
                current += more;
            } else {
                close(open ? passage.tail() : "");
                begin(passage, row);
            }
            open = true;
        }
        if (passage.rows().isEmpty()) {
            add(Passage.prose("", passage.head() + passage.tail()));
        } else {
            current += passage.tail();
        }
    }

    /** Begins a section with a row. */
    private void begin(Passage passage, String row) {
        current = passage.head() + row;
        while (!fits.test(current + passage.tail())) {
            if (!passage.prose()) {
                throw new DoesNotFitException(
                        "a row of " + row.length() + " characters is longer than one of its messages may be");
            }
            String line = current.substring(passage.head().length()).stripTrailing();
            int end = end(line, passage.head());
            current = passage.head() + line.substring(0, end).stripTrailing() + "\n";
            close("");
            current = passage.head() + line.substring(end).stripLeading() + "\n";
        }
    }

    /** Where a line that is too long is divided: as late as what comes before it fits. */
    private int end(String line, String head) {
        int least = 0;
        int most = line.length();
        while (least < most) {
            int middle = (least + most + 1) / 2;
            if (fits.test(head + line.substring(0, middle) + "\n")) {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        if (least < line.length() && Character.isLowSurrogate(line.charAt(least))) {
            least--;
        }
        int end = before(BreakIterator.getLineInstance(Locale.ROOT), line, least);
        // A word longer than half of it is divided itself.
        end = end > least / 2 ? end : before(BreakIterator.getCharacterInstance(Locale.ROOT), line, least);
        if (end == 0) {
            throw new DoesNotFitException("its title and headings leave no room for text in one of its messages");
        }
        return end;
    }

    private static int before(BreakIterator breaks, String line, int most) {
        breaks.setText(line);
        return most >= line.length() || breaks.isBoundary(most) ? most : Math.max(0, breaks.preceding(most));
    }

    private void close(String tail) {
        if (!current.isEmpty()) {
            sections.add(current + tail);
            current = "";
        }
    }
}

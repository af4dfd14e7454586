package io.storeops.report;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.catalog.Language;
import io.storeops.document.Cell;
import io.storeops.document.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a module has to say in a section of a report. Immutable.
 *
 * @param records whether there is any record behind it: a section is filled if there is one, or somebody says that there is none (D62)
 * @param figures the figures in order, copied
 * @param coverage how much of what they count is there
 */
public record ReportFilling(boolean records, List<ReportFigure> figures, Coverage coverage) {
    /** Nothing to say. */
    public static final ReportFilling NONE = new ReportFilling(false, List.of(), Coverage.NONE);

    /** Copies the figures. */
    public ReportFilling {
        figures = ImmutableList.copyOf(figures);
        requireNonNull(coverage, "coverage");
    }

    /** Collects figures under their words in one language. Not thread-safe. */
    public static final class Draft {
        private final Language language;
        private final List<ReportFigure> figures = new ArrayList<>();

        /**
         * Begins without a figure.
         *
         * @param language the language of the words
         */
        public Draft(Language language) {
            this.language = language;
        }

        /**
         * Adds a figure.
         *
         * @param word what it is called
         * @param value the value
         * @return this draft
         */
        public Draft add(ReportWord word, Cell value) {
            figures.add(new ReportFigure(word.key(), Optional.empty(), Line.of(word.in(language)), value));
            return this;
        }

        /**
         * Adds a count.
         *
         * @param word what is counted
         * @param count how many
         * @return this draft
         */
        public Draft add(ReportWord word, long count) {
            return add(word, Cell.of(count));
        }

        /**
         * Adds one of several figures of a name.
         *
         * @param word what they are called
         * @param member which of them it is: a name that somebody else chose
         * @param value the value
         * @return this draft
         */
        public Draft add(ReportWord word, String member, Cell value) {
            return add(word, member, Line.of(word.in(language) + " ").andName(member), value);
        }

        /**
         * Adds one of several figures of a name, of which each is called something.
         *
         * @param word what they are called together
         * @param member which of them it is: a name that somebody else chose
         * @param called what it is called, in the library's own words
         * @param value the value
         * @return this draft
         */
        public Draft add(ReportWord word, String member, String called, Cell value) {
            return add(
                    word,
                    member,
                    Line.of(word.in(language) + " ").andName(member).and(" " + called),
                    value);
        }

        private Draft add(ReportWord word, String member, Line label, Cell value) {
            figures.add(new ReportFigure(word.key(), Optional.of(member), label, value));
            return this;
        }

        /**
         * Ends the collecting.
         *
         * @param records whether there is any record behind the figures
         * @return what was collected
         */
        public ReportFilling filled(boolean records) {
            return filled(records, Coverage.NONE);
        }

        /**
         * Ends the collecting.
         *
         * @param records whether there is any record behind the figures
         * @param coverage how much of what they count is there
         * @return what was collected
         */
        public ReportFilling filled(boolean records, Coverage coverage) {
            return new ReportFilling(records, figures, coverage);
        }
    }
}

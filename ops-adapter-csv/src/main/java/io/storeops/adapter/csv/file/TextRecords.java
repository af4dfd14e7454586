package io.storeops.adapter.csv.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.storeops.failure.AdapterException;
import java.io.IOException;

/** The records of a file of text. */
final class TextRecords implements RecordSource {
    private final StrictText text;
    private final RecordCopier copier;
    private final CloseableIterator<Boolean> iterator;

    TextRecords(StrictText text, Dialect dialect, RecordCopier copier) {
        this.text = text;
        this.copier = copier;
        this.iterator = CsvReader.builder()
                .fieldSeparator(dialect.delimiter())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .maxBufferSize(Records.LONGEST_CELL)
                .build(copier, text)
                .iterator();
    }

    @Override
    public boolean next() {
        try {
            if (!iterator.hasNext()) {
                return false;
            }
            iterator.next();
            return true;
        } catch (CsvParseException e) {
            throw e.getCause() instanceof AdapterException cause ? cause : malformed(e);
        }
    }

    /** The parser's own words are not passed on: they quote a character of the file, which may be personal. */
    private AdapterException malformed(CsvParseException cause) {
        String said = String.valueOf(cause.getMessage());
        String what;
        if (said.startsWith("Unexpected character after closing quote")) {
            what = "a character follows a closing quote; a quote inside a quoted field is written twice";
        } else if (said.startsWith("The maximum buffer size")) {
            what = "a field has more than " + Records.LONGEST_CELL + " characters; is a quote not closed?";
        } else if (said.startsWith("Unclosed quoted field")) {
            what = "a field opens with a quote that nothing closes";
        } else {
            what = "the fields cannot be told apart; check its quotes";
        }
        return copier.invalid("in the record that begins here " + what);
    }

    @Override
    public boolean endsWithinALine() {
        return text.endsWithinALine();
    }

    @Override
    public void close() throws IOException {
        iterator.close();
    }
}

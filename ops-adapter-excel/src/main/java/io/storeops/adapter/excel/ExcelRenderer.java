package io.storeops.adapter.excel;

import static java.util.Objects.requireNonNull;

import io.storeops.document.Document;
import io.storeops.document.DocumentRenderer;
import io.storeops.evidence.Attachment;
import io.storeops.id.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;

/**
 * Renders documents as Excel workbooks (.xlsx): a sheet for each section, named by its heading, with real numbers, percentages,
 * amounts in major units and dates, and a native chart beside the values of each {@link io.storeops.document.Chart}. A text is a text,
 * whatever it begins with; a number of more than 15 digits is one too, because spreadsheets would round it. Pictures in PNG, JPEG and
 * GIF stand in the file; of others the words stand there. Languages: Chinese and English. Immutable and thread-safe.
 *
 * <p><b>Exceptions.</b> Besides an unknown language an {@link IllegalArgumentException} refuses what no sheet takes, with the sheet and
 * the cell: a text of more than 32,767 characters, more than 1,048,576 rows, more than 16,384 columns.
 */
public final class ExcelRenderer implements DocumentRenderer {
    /** What the workbooks are. */
    public static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String APPLICATION = "StoreOps";
    private static final String FORMAT_VERSION = "1.0";

    /** A renderer; one serves a whole application. */
    public ExcelRenderer() {}

    @Override
    public Attachment render(Document document, Locale language, Function<Sha256, Optional<byte[]>> pictures) {
        Words words = Words.of(language);
        requireNonNull(pictures, "pictures");
        SheetNames names = new SheetNames(words);
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        List<Drawing> drawings = new ArrayList<>();
        try {
            try (Workbook workbook = new Workbook(book, APPLICATION, FORMAT_VERSION)) {
                for (Section section : Section.of(document)) {
                    String name = names.next(section.name());
                    Layout layout = new Layout(name, section, pictures);
                    // One sheet after the other: each goes to the file while it is written.
                    drawings.add(new Sheet(workbook.newWorksheet(name), layout, words).write());
                }
            }
            return Attachment.of(CONTENT_TYPE, new PackedBook(book.toByteArray()).with(document, language, drawings));
        } catch (IOException e) {
            throw new UncheckedIOException("A workbook could not be written into memory", e);
        }
    }
}

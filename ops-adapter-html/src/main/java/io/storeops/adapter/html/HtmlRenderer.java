package io.storeops.adapter.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.storeops.document.Document;
import io.storeops.document.DocumentRenderer;
import io.storeops.evidence.Attachment;
import io.storeops.id.Sha256;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Renders documents as HTML files: one file each, without script and without reference to anything outside itself, for screens
 * wide and narrow, light and dark, and for paper. A file is well-formed XML too. Pictures in PNG, JPEG, GIF and WebP stand in the
 * file; of others the words stand there. Languages: Chinese and English. Immutable and thread-safe.
 */
public final class HtmlRenderer implements DocumentRenderer {
    /** A renderer; one serves a whole application. */
    public HtmlRenderer() {}

    @Override
    public Attachment render(Document document, Locale language, Function<Sha256, Optional<byte[]>> pictures) {
        String page =
                new DocumentPage(document, Words.of(language), language, requireNonNull(pictures, "pictures")).text();
        return Attachment.of("text/html", page.getBytes(UTF_8));
    }
}

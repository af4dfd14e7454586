package io.storeops.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.evidence.Attachment;
import io.storeops.id.Sha256;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The port by which a document becomes a file: what people look at, and what is kept as evidence. Called from any thread, for
 * several documents at the same time. {@link #close} is called once; nothing is called afterwards.
 *
 * <p>The same document with the same pictures gives the same bytes, on every machine. Every text of the document stands in
 * them, and no name in it becomes markup. Nothing is fetched: what the document does not hold, the function gives.
 */
@FunctionalInterface
public interface DocumentRenderer extends AutoCloseable {
    /**
     * Renders a document.
     *
     * @param document the document
     * @param language the language that it is written in: the file says so, and the renderer's own words are in it
     * @param pictures finds the bytes of an {@link Block.Image} by their name; where it finds none, the image's words stand
     * @return the file with its type
     * @throws IllegalArgumentException if the renderer has no words of that language, naming those it has
     */
    Attachment render(Document document, Locale language, Function<Sha256, Optional<byte[]>> pictures);

    /**
     * The renderer of a library that was given none: {@link PlainText} in UTF-8, in whatever language.
     *
     * @return the renderer, which makes text/plain
     */
    static DocumentRenderer plainText() {
        return (document, language, pictures) ->
                Attachment.of("text/plain", PlainText.of(document).getBytes(UTF_8));
    }

    /** Releases what the renderer holds. */
    @Override
    default void close() {}
}

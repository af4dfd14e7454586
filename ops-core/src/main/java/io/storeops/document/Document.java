package io.storeops.document;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is said to people: a message, a report, a checklist. A structure without a form; renderings give it one. Immutable.
 *
 * @param title one line that says what it is; not blank
 * @param blocks its parts in order, copied
 * @param replaces the id of the message that this one takes the place of, if it does (R28, R69)
 */
public record Document(Line title, List<Block> blocks, Optional<String> replaces) {
    /**
     * Copies the blocks.
     *
     * @throws IllegalArgumentException if the title is blank
     */
    public Document {
        if (title.showsNothing()) {
            throw new IllegalArgumentException("A document needs a title");
        }
        blocks = ImmutableList.copyOf(blocks);
        requireNonNull(replaces, "replaces");
    }

    /**
     * A document that replaces none.
     *
     * @param title one line that says what it is; not blank
     * @param blocks its parts in order
     * @return the document
     * @throws IllegalArgumentException if the title is blank
     */
    public static Document of(Line title, List<? extends Block> blocks) {
        return new Document(title, ImmutableList.copyOf(blocks), Optional.empty());
    }

    /**
     * The same document in the place of an earlier message.
     *
     * @param messageId the id of the earlier message
     * @return the document
     */
    public Document replacing(String messageId) {
        return new Document(title, blocks, Optional.of(messageId));
    }

    /**
     * The document as a value to be kept.
     *
     * @return what {@link #fromJson} reads
     */
    public Json toJson() {
        return DocumentJson.write(this);
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @param place where the document stands
     * @return the document
     * @throws io.storeops.json.DocumentException if something else stands there, with JSON path, value and rule
     */
    public static Document fromJson(JsonReader place) {
        return DocumentJson.read(place);
    }

    /** The blocks as a rendering writes them, an empty line between them; one that it leaves empty is left out. */
    String joined(Function<Block, String> rendering) {
        return blocks.stream().map(rendering).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }
}

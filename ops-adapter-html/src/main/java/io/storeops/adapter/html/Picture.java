package io.storeops.adapter.html;

import io.storeops.document.Block;
import io.storeops.evidence.Attachment;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** A picture that stands in the page itself, or its words where its bytes are not at hand or are something else. */
final class Picture {
    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final Block.Image image;
    private final Words words;
    private final Markup markup;

    Picture(Block.Image image, Words words, Markup markup) {
        this.image = image;
        this.words = words;
        this.markup = markup;
    }

    void write(Optional<byte[]> bytes) {
        Optional<Attachment> shown = bytes.filter(found -> TYPES.contains(image.contentType()))
                .map(found -> Attachment.of(image.contentType(), found))
                .filter(found -> found.bears() && found.sha256().equals(image.sha256()));
        markup.open("figure");
        if (shown.isPresent()) {
            String data = Base64.getEncoder().encodeToString(shown.get().content());
            markup.open(
                    "img",
                    "src",
                    "data:" + image.contentType() + ";base64," + data,
                    "alt",
                    Markup.plain(image.alternative()));
        } else {
            markup.open("p", "class", "absent").line(image.alternative()).text(" ");
            markup.leaf("span", words.pictureAbsent(), "class", "note").close();
        }
        markup.close();
    }
}

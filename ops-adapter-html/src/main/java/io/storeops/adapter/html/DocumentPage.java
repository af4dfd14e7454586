package io.storeops.adapter.html;

import io.storeops.document.Block;
import io.storeops.document.Chart;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.id.Sha256;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A document as a page: its title, and a section for each heading with what follows it. Used once. */
final class DocumentPage {
    private final Document document;
    private final Words words;
    private final Locale language;
    private final Function<Sha256, Optional<byte[]>> pictures;
    private final Markup markup = new Markup();
    private Line heading;
    private int ids;

    DocumentPage(Document document, Words words, Locale language, Function<Sha256, Optional<byte[]>> pictures) {
        this.document = document;
        this.words = words;
        this.language = language;
        this.pictures = pictures;
        this.heading = document.title();
    }

    String text() {
        List<Block> blocks = document.blocks();
        markup.open("html", "lang", language.toLanguageTag());
        Head.write(markup, Markup.plain(document.title()), blocks.stream().anyMatch(Block.Image.class::isInstance));
        markup.open("body").open("main", "class", "document");
        markup.open("h1").line(document.title()).close();
        int sections = 0;
        for (Block block : blocks) {
            if (block instanceof Block.Heading next) {
                if (sections++ > 0) {
                    markup.close();
                }
                section(next.line());
            } else {
                block(block);
            }
        }
        if (sections > 0) {
            markup.close();
        }
        return markup.close().close().close().end();
    }

    private void section(Line line) {
        if (Markup.plain(line).isEmpty()) {
            heading = document.title();
            markup.open("section");
            return;
        }
        heading = line;
        String id = id("section");
        markup.open("section", "aria-labelledby", id)
                .open("h2", "id", id)
                .line(line)
                .close();
    }

    private void block(Block block) {
        if (block instanceof Block.Text text) {
            if (!Markup.plain(text.line()).isEmpty()) {
                markup.open("p").line(text.line()).close();
            }
        } else if (block instanceof Block.Fields fields) {
            fields(fields.fields());
        } else if (block instanceof Block.Table table) {
            new DocumentTable(table, words, markup).write(heading, id("table"));
        } else if (block instanceof Chart chart) {
            new ChartFigure(chart, words, markup).write(id("chart"));
        } else if (block instanceof Block.Image image) {
            new Picture(image, words, markup).write(pictures.apply(image.sha256()));
        }
    }

    private String id(String kind) {
        return kind + "-" + ++ids;
    }

    private void fields(List<Block.Field> fields) {
        if (fields.isEmpty()) {
            return;
        }
        markup.open("dl", "class", "fields");
        for (Block.Field field : fields) {
            markup.open("div").open("dt").line(field.label()).close();
            markup.open("dd");
            DocumentTable.value(field.value(), markup);
            markup.close().close();
        }
        markup.close();
    }
}

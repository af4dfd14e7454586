package io.storeops.adapter.excel;

import com.google.common.collect.ImmutableList;
import io.storeops.document.Block;
import io.storeops.document.Document;
import io.storeops.document.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of a document that gets a sheet of its own.
 *
 * @param title the document's title, on the first sheet
 * @param heading the section's heading; blank before the first one
 * @param blocks what stands under it
 */
record Section(Optional<Line> title, Line heading, List<Block> blocks) {
    Section {
        blocks = ImmutableList.copyOf(blocks);
    }

    /** The sections in order, one or more. What stands before the first heading is one only if there is something. */
    static List<Section> of(Document document) {
        List<Section> sections = new ArrayList<>();
        Optional<Line> title = Optional.of(document.title());
        Line heading = Line.EMPTY;
        List<Block> under = new ArrayList<>();
        boolean open = false;
        for (Block block : document.blocks()) {
            if (block instanceof Block.Heading next) {
                if (open) {
                    sections.add(new Section(title, heading, under));
                    title = Optional.empty();
                }
                heading = next.line();
                under.clear();
            } else {
                under.add(block);
            }
            open = true;
        }
        sections.add(new Section(title, heading, under));
        return sections;
    }

    /** What the sheet is to be called. */
    String name() {
        String own = XmlText.plain(heading);
        return own.isEmpty() ? title.map(XmlText::plain).orElse("") : own;
    }
}

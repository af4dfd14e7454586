package io.storeops.adapter.html;

/** A table in a frame of its own, which scrolls where the page is too narrow for it, with keys too. */
final class FramedTable {
    private FramedTable() {}

    /** Begins a table whose caption has an id. */
    static Markup open(Markup markup, String style, String caption) {
        return markup.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", caption)
                .open("table", "class", style);
    }

    /** Begins the caption for those who listen; those who see have a heading above. */
    static Markup hiddenCaption(Markup markup, String id) {
        return markup.open("caption", "id", id, "class", "hidden");
    }

    /** Ends the table and its frame; its body is closed already. */
    static Markup close(Markup markup) {
        return markup.close().close();
    }
}

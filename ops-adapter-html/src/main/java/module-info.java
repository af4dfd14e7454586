/** Documents, and the board of a store's day, as HTML files that need nothing but a browser. */
module io.storeops.adapter.html {
    requires transitive io.storeops.spi;

    exports io.storeops.adapter.html;

    provides io.storeops.spi.RendererProvider with
            io.storeops.adapter.html.HtmlRendererProvider;
}

package io.storeops.adapter.html;

/** The head of every page: no script, nothing from outside, one style. */
final class Head {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    private static final String PICTURES = "; img-src data:";

    private Head() {}

    /** Writes the head; pictures that stand in the page itself are allowed only where it has some. */
    static void write(Markup markup, String title, boolean pictures) {
        markup.open("head");
        markup.open("meta", "charset", "UTF-8");
        markup.open("meta", "http-equiv", "Content-Security-Policy", "content", pictures ? POLICY + PICTURES : POLICY);
        markup.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        markup.open("meta", "name", "color-scheme", "content", "light dark");
        markup.open("meta", "name", "referrer", "content", "no-referrer");
        markup.leaf("title", title);
        markup.leaf("style", Stylesheet.text()).close();
    }
}

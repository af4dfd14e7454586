package io.storeops.adapter.html;

import java.util.Locale;

/** The colours, by role and by light or dark. Roles that carry text keep a contrast of 4.5 to 1 on page and surface. */
enum Palette {
    PAGE("#f5f6f8", "#12151a"),
    SURFACE("#ffffff", "#1a1f26"),
    INK("#1a1f27", "#e7eaef"),
    MUTED("#586171", "#a3acba"),
    LINE("#dde2e8", "#343c48"),
    TRACK("#e8ecf1", "#2a313b"),
    ACCENT("#2563b8", "#7db0f7"),
    GOOD("#17693c", "#6fd09a"),
    ALERT("#a53a05", "#ffa66b");

    private final String light;
    private final String dark;

    Palette(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    String light() {
        return light;
    }

    String dark() {
        return dark;
    }

    /** The custom properties of a mode. */
    static String properties(boolean dark) {
        StringBuilder css = new StringBuilder(":root{");
        for (Palette colour : values()) {
            css.append("--")
                    .append(colour.name().toLowerCase(Locale.ROOT))
                    .append(':')
                    .append(dark ? colour.dark : colour.light)
                    .append(';');
        }
        return css.append('}').toString();
    }
}

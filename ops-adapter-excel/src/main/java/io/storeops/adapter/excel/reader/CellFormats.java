package io.storeops.adapter.excel.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which formats of a workbook show a number as a date or a time. */
final class CellFormats {
    /** Formats that are known by number, in Chinese, Japanese and Korean editions too. */
    private static final int[][] DATES = {{14, 22}, {27, 36}, {45, 47}, {50, 58}};

    private final Map<String, Boolean> own = new HashMap<>();
    private final List<Boolean> dates = new ArrayList<>();

    /** A format of the workbook's own, told before the styles that have it. */
    void format(String number, String code) {
        own.put(number, showsDate(code));
    }

    /** The next style, with the number of its format. */
    void style(String format) {
        dates.add(own.getOrDefault(format, isDate(format)));
    }

    /** How many styles there are. */
    int styles() {
        return dates.size();
    }

    /** Reads the part of the styles. */
    void read(PartXml xml) throws IOException {
        boolean cells = false;
        while (xml.next()) {
            if (xml.starts("numFmt")) {
                format(
                        xml.attribute("numFmtId").orElse(""),
                        xml.attribute("formatCode").orElse(""));
            } else if (xml.starts("cellXfs")) {
                cells = true;
            } else if (xml.ends("cellXfs")) {
                cells = false;
            } else if (cells && xml.starts("xf")) {
                style(xml.attribute("numFmtId").orElse("0"));
            }
        }
    }

    /** Whether the cells of a style show dates. */
    boolean date(int style) {
        return style >= 0 && style < dates.size() && dates.get(style);
    }

    private static boolean isDate(String format) {
        for (int[] range : DATES) {
            for (int id = range[0]; id <= range[1]; id++) {
                if (format.equals(Integer.toString(id))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a format has letters of dates, other than in texts, after a backslash, and in brackets that are not of time. */
    static boolean showsDate(String format) {
        String first = format.split(";", -1)[0];
        String bare = first.replaceAll("\"[^\"]*\"", "")
                .replaceAll("[\\\\_*].", "")
                .replaceAll("\\[(?i:h+|m+|s+)\\]", "h")
                .replaceAll("\\[[^\\]]*\\]", "");
        return !bare.equalsIgnoreCase("general") && bare.matches("(?is).*[ymdhs].*");
    }
}

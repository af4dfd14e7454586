package io.storeops.adapter.excel;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** What lies over the cells of a sheet: charts and pictures, each with its place. */
final class Drawing {
    private static final String XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private static final String A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    /** A pixel in the unit of drawings, English metric units. */
    private static final int EMU = 9_525;

    /** Something that is drawn. */
    sealed interface Item permits NativeChart, Picture.Shown {
        /** Its place and size. */
        Place place();

        /** What it says, for whoever cannot see it. */
        String words();

        /** Its element, between place and client data, as the n-th of its sheet with the relation rIdn. */
        String element(int n);
    }

    /**
     * A place on a sheet.
     *
     * @param row of the upper left corner, from 0
     * @param column of it
     * @param width in pixels
     * @param height in pixels
     */
    record Place(int row, int column, int width, int height) {
        /** The size, as attributes. */
        String extent() {
            return "cx=\"" + (long) width * EMU + "\" cy=\"" + (long) height * EMU + "\"";
        }
    }

    private final List<Item> items = new ArrayList<>();

    void add(Item item) {
        items.add(item);
    }

    List<Item> items() {
        return ImmutableList.copyOf(items);
    }

    /** The drawing's own part. */
    String part() {
        StringBuilder xml = new StringBuilder(PackedBook.XML + "<xdr:wsDr xmlns:xdr=\"" + XDR + "\" xmlns:a=\"" + A
                + "\" xmlns:r=\"" + PackedBook.RELATIONS + "\">");
        int n = 0;
        for (Item item : items) {
            Place place = item.place();
            xml.append("<xdr:oneCellAnchor><xdr:from><xdr:col>")
                    .append(place.column())
                    .append("</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>")
                    .append(place.row())
                    .append("</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext ")
                    .append(place.extent())
                    .append("/>")
                    .append(item.element(++n))
                    .append("<xdr:clientData/></xdr:oneCellAnchor>");
        }
        return xml.append("</xdr:wsDr>").toString();
    }

    /** The element that names an item: its number, a plain name and its words. */
    static String named(int n, String name, String words) {
        return "<xdr:cNvPr id=\"" + (n + 1) + "\" name=\"" + name + " " + n + "\" descr=\"" + XmlText.escaped(words)
                + "\"/>";
    }
}

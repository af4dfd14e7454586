package io.storeops.adapter.excel;

import io.storeops.document.Block;
import io.storeops.document.Chart;
import java.util.List;
import java.util.Optional;

/** A chart that the spreadsheet draws from the cells themselves, so it follows whoever edits them. */
final class NativeChart implements Drawing.Item {
    private static final String C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static final String A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final int WIDTH = 640;
    private static final int HEIGHT = 20 * (ChartTable.ROWS_OF_DRAWING - 1);
    private static final String BLUE = "2A6FBB";
    private static final String GREY = "6B7280";
    private static final String AXES = "<c:axId val=\"1\"/><c:axId val=\"2\"/>";

    private final String sheet;
    private final Chart chart;
    private final ChartTable values;
    private final int row;

    NativeChart(String sheet, Chart chart, ChartTable values, int row) {
        this.sheet = sheet;
        this.chart = chart;
        this.values = values;
        this.row = row;
    }

    @Override
    public Drawing.Place place() {
        return new Drawing.Place(row, values.columns() + 1, WIDTH, HEIGHT);
    }

    @Override
    public String words() {
        return XmlText.plain(chart.title());
    }

    @Override
    public String element(int n) {
        return "<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr>" + Drawing.named(n, "Chart", words())
                + "<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext "
                + place().extent() + "/></xdr:xfrm><a:graphic><a:graphicData uri=\"" + C + "\"><c:chart xmlns:c=\"" + C
                + "\" r:id=\"rId" + n + "\"/></a:graphicData></a:graphic></xdr:graphicFrame>";
    }

    /** The chart's own part. The order of the elements matters. */
    String part() {
        boolean bars = chart.form() == Chart.Form.BARS;
        String main = series(0, XmlText.plain(chart.title()), ChartTable.VALUES, bars);
        String level = values.drawsLevel()
                ? series(1, XmlText.plain(chart.level().map(Block.Field::label).orElseThrow()), values.levels(), false)
                : "";
        String drawn = bars
                ? "<c:barChart><c:barDir val=\"col\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>" + main
                        + "<c:gapWidth val=\"60\"/>" + AXES + "</c:barChart>" + (level.isEmpty() ? "" : lines(level))
                : lines(main + level);
        return PackedBook.XML + "<c:chartSpace xmlns:c=\"" + C + "\" xmlns:a=\"" + A
                + "\"><c:roundedCorners val=\"0\"/><c:chart>"
                + title() + "<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/>" + drawn + axes() + "</c:plotArea>"
                + (level.isEmpty() ? "" : "<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>")
                // A value that is missing is a gap, not 0.
                + "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart></c:chartSpace>";
    }

    private static String lines(String series) {
        return "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>" + series + "<c:marker val=\"1\"/>"
                + AXES + "</c:lineChart>";
    }

    private String title() {
        return "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1200\" b=\"1\"/></a:pPr><a:r><a:rPr sz=\"1200\" b=\"1\"/><a:t>"
                + XmlText.escaped(words()) + "</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>";
    }

    private String series(int index, String name, int column, boolean bars) {
        String fill = "<a:solidFill><a:srgbClr val=\"" + (index == 0 ? BLUE : GREY) + "\"/></a:solidFill>";
        // Without a line of its own LibreOffice draws nothing but the markers.
        String line = "<a:ln w=\"28575\">" + fill + (index == 0 ? "" : "<a:prstDash val=\"dash\"/>") + "</a:ln>";
        String marker = index == 0 ? "<c:symbol val=\"circle\"/><c:size val=\"5\"/>" : "<c:symbol val=\"none\"/>";
        return "<c:ser><c:idx val=\"" + index + "\"/><c:order val=\"" + index + "\"/><c:tx><c:v>"
                + XmlText.escaped(name)
                + "</c:v></c:tx><c:spPr>" + (bars ? fill : line) + "</c:spPr>"
                + (bars ? "<c:invertIfNegative val=\"0\"/>" : "<c:marker>" + marker + "</c:marker>")
                + "<c:cat><c:strRef>" + range(ChartTable.LABELS) + labels() + "</c:strRef></c:cat><c:val><c:numRef>"
                + range(column) + numbers(column) + "</c:numRef></c:val>" + (bars ? "" : "<c:smooth val=\"0\"/>")
                + "</c:ser>";
    }

    private String range(int column) {
        String cells =
                Reference.range(sheet, column, row + 1, row + chart.points().size());
        return "<c:f>" + XmlText.escaped(cells) + "</c:f>";
    }

    /** The labels once more, for viewers that do not look into the cells. */
    private String labels() {
        StringBuilder points = new StringBuilder();
        List<Content> labels = values.points(ChartTable.LABELS);
        for (int i = 0; i < labels.size(); i++) {
            points.append(point(i, labels.get(i).text()));
        }
        return "<c:strCache>" + count() + points + "</c:strCache>";
    }

    private String numbers(int column) {
        StringBuilder points = new StringBuilder();
        String format = Content.PLAIN;
        List<Content> numbers = values.points(column);
        for (int i = 0; i < numbers.size(); i++) {
            Optional<Number> number = numbers.get(i).number();
            if (number.isPresent()) {
                format = numbers.get(i).format();
                points.append(point(i, number.get().toString()));
            }
        }
        return "<c:numCache><c:formatCode>" + XmlText.escaped(format) + "</c:formatCode>" + count() + points
                + "</c:numCache>";
    }

    private String count() {
        return "<c:ptCount val=\"" + chart.points().size() + "\"/>";
    }

    private static String point(int index, String value) {
        return "<c:pt idx=\"" + index + "\"><c:v>" + XmlText.escaped(value) + "</c:v></c:pt>";
    }

    private static String axes() {
        return "<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"b\"/>"
                + "<c:numFmt formatCode=\"General\" sourceLinked=\"1\"/><c:tickLblPos val=\"low\"/><c:crossAx val=\"2\"/></c:catAx>"
                + "<c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"l\"/>"
                + "<c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"D5DAE1\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>"
                + "<c:numFmt formatCode=\"General\" sourceLinked=\"1\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"1\"/></c:valAx>";
    }
}

/** Documents as Excel workbooks, and workbooks that people export. */
module io.storeops.adapter.excel {
    requires transitive io.storeops.spi;
    requires com.google.common;
    requires java.xml;
    requires static org.apache.poi.poi;
    requires org.dhatim.fastexcel;
    requires static org.jspecify;

    exports io.storeops.adapter.excel;
    exports io.storeops.adapter.excel.reader;

    provides io.storeops.spi.RendererProvider with
            io.storeops.adapter.excel.ExcelRendererProvider;
    provides io.storeops.spi.sheet.SheetReader with
            io.storeops.adapter.excel.reader.WorkbookSheets,
            io.storeops.adapter.excel.reader.XlsSheets;
}

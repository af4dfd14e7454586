/** Documents as Excel workbooks. */
module io.storeops.adapter.excel {
    requires transitive io.storeops.spi;
    requires com.google.common;
    requires org.dhatim.fastexcel;
    requires static org.jspecify;

    exports io.storeops.adapter.excel;

    provides io.storeops.spi.RendererProvider with
            io.storeops.adapter.excel.ExcelRendererProvider;
}

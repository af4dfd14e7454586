package io.storeops.adapter.csv.marketplace;

import io.storeops.Marketplace;
import io.storeops.competitor.CompetitorRequest;
import io.storeops.health.HealthRequest;
import io.storeops.listing.ListingsRequest;
import io.storeops.listing.PriceBookRequest;
import io.storeops.listing.StockRequest;
import io.storeops.position.HealthRules;
import io.storeops.spi.tck.MarketplaceContract.Sample;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A store whose state is in files: one source by itself, and more. Each has a row that is not taken, and each stands for a port. */
final class StoreOfFiles {
    /** How many rows and problems each port has. */
    static final List<Sample<?>> SAMPLES = List.of(
            new Sample<>(new ListingsRequest(Exports.SHANGHAI), 3, 1),
            new Sample<>(new StockRequest(Exports.SHANGHAI), 2, 1),
            new Sample<>(new PriceBookRequest(Exports.SHANGHAI), 2, 2),
            new Sample<>(new CompetitorRequest(Exports.SHANGHAI), 2, 1),
            new Sample<>(new HealthRequest(Exports.SHANGHAI, HealthRules.DEFAULT.indicators()), 2, 0));

    private StoreOfFiles() {}

    static Marketplace open(Path folder) {
        return new Exports(folder)
                .file("products-2024-06-16.csv", """
                        Handle,Title,Option1 Value,Variant Price,Variant Inventory Tracker,Variant Inventory Qty
                        mug,Mug,Red,12.50,shopify,5
                        mug,,Blue,13,,0
                        mug,,Green,9.9-19.9,shopify,1
                        bowl,Bowl,Default Title,20,shopify,0
                        """)
                .file("stock-20240616-0930.csv", "sku,units\nmug/Red,5\nbowl,7\nvase,\n")
                .file(
                        "book-2024-06-16.csv",
                        "sku,price,currency,effective_from\nmug/Red,12.50,CNY,\nbowl,20,CNY,2024-06-01\nvase,5,CNY,\nvase,6,CNY,\n")
                .file(
                        "rivals.csv",
                        "update_time,id,title,price,sale_count,comment_count,店名\n2024/6/16,X,Cup,9,,3,shop\n"
                                + "2024/6/16,Y,Can,-9,1,3,shop\n2024/6/16,Z,Jug,,1,,shop\n")
                .file("ads.csv", "date,zhitongche,zhitongche_budget,zuanzhan,zuanzhan_budget\n2024-06-16,120,200,30,\n")
                .marketplace(Map.of(
                        "path", "products-2024-06-16.csv",
                        "profile", "shopify-products",
                        "changes", "changes",
                        "more", """
                                [{"path": "stock-20240616-0930.csv", "profile": "erp-stock"},
                                 {"path": "book-2024-06-16.csv", "profile": "price-book"},
                                 {"path": "rivals.csv", "profile": "taobao-rivals"},
                                 {"path": "ads.csv", "profile": "ad-spend"}]
                                """));
    }
}

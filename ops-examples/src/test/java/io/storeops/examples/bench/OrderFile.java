package io.storeops.examples.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Makes an order file of the Tmall shape with made-up orders of one month, the same for the same number of rows. */
final class OrderFile {
    private static final String HEADER = "订单编号,总金额,买家实际支付金额,收货地址,订单创建时间,订单付款时间,退款金额\r\n";

    private OrderFile() {}

    static Path ofRows(int rows) throws IOException {
        Path file = Files.createTempFile("orders-" + rows + "-", ".csv");
        Random random = new Random(20200225);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            for (int row = 1; row <= rows; row++) {
                int yuan = 10 + random.nextInt(400);
                int day = 1 + random.nextInt(28);
                String time = "2020/2/" + day + " " + random.nextInt(24) + ":" + (10 + random.nextInt(50));
                boolean paid = random.nextInt(8) != 0;
                boolean refunded = paid && random.nextInt(5) == 0;
                out.write(row + "," + yuan + ".8," + (refunded || !paid ? "0" : yuan + ".8") + ",广东省," + time + ","
                        + (paid ? time : "") + "," + (refunded ? yuan + ".8" : "0") + "\r\n");
            }
        }
        return file;
    }
}

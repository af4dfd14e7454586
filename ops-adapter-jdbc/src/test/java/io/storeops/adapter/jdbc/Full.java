package io.storeops.adapter.jdbc;

/** Whether the tests run as often as the promises say, with {@code -Dstoreops.test.full}, or as often as a build can wait for. */
final class Full {
    private Full() {}

    static boolean run() {
        return System.getProperty("storeops.test.full") != null;
    }

    static int times(int full, int quick) {
        return run() ? full : quick;
    }
}

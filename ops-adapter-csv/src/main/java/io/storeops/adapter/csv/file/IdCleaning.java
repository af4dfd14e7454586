package io.storeops.adapter.csv.file;

/**
 * What a spreadsheet or an exporter puts around an id, beside white space and tabs, which are always dropped. An id stays text;
 * only what is declared is stripped.
 */
public enum IdCleaning {
    /** {@code ="1234"} is 1234. */
    EQUALS_QUOTES {
        @Override
        public String strip(String id) {
            return id.length() >= 3 && id.startsWith("=\"") && id.endsWith("\"")
                    ? id.substring(2, id.length() - 1)
                    : id;
        }
    },
    /** {@code '1234} is 1234. */
    APOSTROPHE {
        @Override
        public String strip(String id) {
            return id.startsWith("'") ? id.substring(1) : id;
        }
    },
    /** {@code 17850.0} is 17850: a whole number that went through a decimal column. */
    POINT_ZERO {
        @Override
        public String strip(String id) {
            String whole = id.endsWith(".0") ? id.substring(0, id.length() - 2) : "";
            return !whole.isEmpty() && whole.chars().allMatch(c -> c >= '0' && c <= '9') ? whole : id;
        }
    };

    public abstract String strip(String id);
}

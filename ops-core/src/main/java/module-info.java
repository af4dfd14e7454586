/** The duties of an online-store operator. */
module io.storeops.core {
    requires com.google.common;
    requires org.slf4j;
    requires static transitive org.jspecify;
}

package io.storeops.authority;

/** The classes of data that {@link Confidentiality} (严守机密) speaks of (R13). */
public enum DataClass {
    /** The store's own figures: sales, traffic, conversion, targets and the measures counted from them. */
    SALES,
    /** Figures of rivals' items (竞品). */
    COMPETITOR,
    /** What is due, done, suggested, instructed and announced. */
    OPERATIONS,
    /** Evidence (职责成果见证): screenshots, receipts, notes. */
    EVIDENCE,
    /** The audit trail, and with it data of whatever class its lines tell of: for roles that may see all of them. */
    AUDIT;

    /**
     * The right to see data of this class.
     *
     * @return as in READ:SALES
     */
    public Right read() {
        return new Right("READ", name());
    }
}

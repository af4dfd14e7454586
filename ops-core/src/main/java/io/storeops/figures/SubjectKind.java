package io.storeops.figures;

/** What figures can be about (R17). */
public enum SubjectKind {
    /** The store as a whole (店铺). */
    STORE,
    /** One item of ours (单品). */
    ITEM,
    /** A rival's item (竞品); its figures are estimates. */
    COMPETITOR
}

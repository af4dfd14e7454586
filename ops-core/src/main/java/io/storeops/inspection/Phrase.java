package io.storeops.inspection;

/** What a rule has to say of a value, in one sentence; {@link Explaining} has the words. */
public enum Phrase {
    /** The source is older than may be judged. */
    SOURCE_TOO_OLD,
    /** The source speaks of an instant that has not come. */
    SOURCE_AHEAD,
    /** The source does not say of which instant it speaks. */
    SOURCE_WITHOUT_INSTANT,
    /** The source said, or it shows, that something is missing. */
    SOURCE_PARTIAL,
    /** The source has no listing at all. */
    SOURCE_EMPTY,
    /** The source has fewer listings than its last complete read. */
    SOURCE_SHRUNK,
    /** One rule fails for so many listings that the source itself is wrong. */
    SOURCE_WRONG,
    /** Nothing was read where a value belongs. */
    MISSING,
    /** A value below 0 where there can be none. */
    NEGATIVE,
    /** Money of two currencies. */
    OTHER_CURRENCY,
    /** It was counted by another definition. */
    OTHER_DEFINITION,
    /** It was counted over another window. */
    OTHER_WINDOW,
    /** There is nothing to compare with. */
    NO_BASE,
    /** Below the least sample. */
    SMALL_SAMPLE,
    /** Exactly 100 times what it is compared with. */
    UNIT_ERROR_HUNDREDFOLD,
    /** Exactly a hundredth of what it is compared with. */
    UNIT_ERROR_HUNDREDTH,
    /** It is what it should be. */
    SAME,
    /** It is not what it should be. */
    DIFFERENT,
    /** It is on the good side of its limit, or on the limit. */
    NOT_BELOW,
    /** It is below its limit. */
    BELOW,
    /** It is on the good side of its limit, or on the limit. */
    NOT_ABOVE,
    /** It is above its limit. */
    ABOVE,
    /** The marketplace does not track the stock. */
    STOCK_UNTRACKED,
    /** The ERP says that it can sell less than nothing. */
    ERP_NEGATIVE,
    /** The stock is as near to the ERP's as it may be. */
    STOCK_AGREES,
    /** The stock has differed for too long. */
    STOCK_DIFFERS,
    /** Sold out on the marketplace, and not in the ERP. */
    STOCK_SOLD_OUT,
    /** The stock differs, and not for long enough to count. */
    STOCK_WAITS,
    /** The activity goes on for a while. */
    ENDS_LATER,
    /** The activity ends soon. */
    ENDS_SOON,
    /** The activity is over. */
    ENDED,
    /** No penalty is in force that was not known. */
    NO_NEW_PENALTY,
    /** A penalty is in force that nobody knew. */
    NEW_PENALTY,
    /** The catalogue knows what the source has. */
    IN_CATALOGUE,
    /** The source has what the catalogue does not know. */
    NOT_IN_CATALOGUE,
    /** The source does not have it any more. */
    NOT_LISTED,
    /** It moved by less than is told. */
    MOVED_LITTLE,
    /** It moved by as much as is told, or more. */
    MOVED,
    /** A count fell that can only rise. */
    COUNTER_FELL
}

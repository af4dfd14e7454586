package io.storeops.position;

/** How soon a duty is to be done once it is due (频率, A6). The figures that go with each stand in the roster. */
public enum Urgency {
    /** 第一时间: before other work of the day. */
    FIRST_THING,
    /** 及时: within the time limit of its kind. */
    PROMPT,
    /** 即时: at once. */
    IMMEDIATE,
    /** 定期: at its regular time. */
    REGULAR,
    /** 不定期: whenever it is asked for. */
    IRREGULAR
}

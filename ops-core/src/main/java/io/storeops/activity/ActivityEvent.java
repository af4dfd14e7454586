package io.storeops.activity;

/** What can happen to an activity (domain 4.5). */
public enum ActivityEvent {
    /** Somebody proposes it (R65). */
    DRAFT,
    /** It is put before whoever approves activities. */
    SUBMIT,
    /** Somebody says something about it; its state stays (D90). */
    COMMENT,
    /** It is given back with remarks. */
    GIVE_BACK,
    /** It is approved. */
    APPROVE,
    /** Its preparation begins: what it needs of departments is asked for (R73). */
    PREPARE,
    /** All that is to be checked before it starts is. */
    MAKE_READY,
    /** It starts at its start instant, by itself. */
    BEGIN,
    /** It could not start at its start instant (D35). */
    BLOCK,
    /** Somebody starts it after its start instant, once nothing hinders it. */
    START,
    /** The manager starts it after its start instant against what hinders it (D35). */
    OVERRIDE,
    /** What it sold so far is written down (R62). */
    TRACK,
    /** What it sold reaches its quota (D37). */
    EXHAUST,
    /** It ends at its end instant, by itself. */
    END,
    /** It never started by its end, and nothing of it is shown (D35). */
    LAPSE,
    /** It never started by its end, and a promotional value of it is shown. */
    LAPSE_SHOWN,
    /** It is cancelled, and nothing of it is shown (D36). */
    CANCEL,
    /** It is cancelled while a promotional value of it is shown. */
    CANCEL_SHOWN,
    /** The platform's own start of it is taken back, by the platform's editor or by hand (D35). */
    WITHDRAW,
    /** What it changed is restored, and all of it is handed over (R63). */
    CLOSE
}

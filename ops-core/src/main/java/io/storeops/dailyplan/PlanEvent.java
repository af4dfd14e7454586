package io.storeops.dailyplan;

/** What can happen to a daily plan (D46, D90, D93). */
public enum PlanEvent {
    /** Somebody proposes a line; the first one makes the plan. */
    PROPOSE,
    /** Somebody says something about it; it stays where it stands. */
    COMMENT,
    /** It is put before whoever decides. */
    SUBMIT,
    /** It is approved. */
    APPROVE,
    /** It is not approved as it is. */
    GIVE_BACK
}

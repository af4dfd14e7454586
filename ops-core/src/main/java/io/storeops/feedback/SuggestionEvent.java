package io.storeops.feedback;

import io.storeops.act.EntryPoint;

/** What happens to a suggestion. */
enum SuggestionEvent {
    DRAFT,
    SUBMIT,
    AMEND,
    WITHDRAW,
    ACCEPT,
    REJECT,
    DEFER;

    EntryPoint entry() {
        return FeedbackEntries.of(this);
    }
}

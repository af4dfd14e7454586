package io.storeops.adapter.chat;

import java.util.Optional;

/** What became of one request. */
sealed interface Exchange {
    /**
     * The other side answered.
     *
     * @param status the HTTP status
     * @param retryAfter the header Retry-After, as it came
     * @param body the body as text; empty if it was longer than allowed or no UTF-8
     */
    record Answered(int status, Optional<String> retryAfter, Optional<String> body) implements Exchange {}

    /**
     * The body of the request never left: nobody can have taken it.
     *
     * @param why what failed, without secrets
     */
    record NotSent(String why) implements Exchange {}

    /**
     * The body left, or may have, and no answer came.
     *
     * @param why what failed, without secrets
     */
    record Lost(String why) implements Exchange {}
}

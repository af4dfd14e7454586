package io.storeops.adapter.jdbc;

import java.sql.SQLException;

/**
 * What H2 finds out by listing all its sessions, as the isolation of one. H2 2.4.240 and older fail with a "general error" where another
 * session ends its transaction in the moment in which it is listed; nothing was done by then, so the same is asked again.
 */
final class SessionList {
    private static final int GENERAL_ERROR = 50000;

    private SessionList() {}

    /** Something that is asked and changes nothing. */
    interface Question<T> {
        T answer() throws SQLException;
    }

    /** The answer, also to other databases, which do not fail so. */
    static <T> T ask(Question<T> question) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return question.answer();
            } catch (SQLException e) {
                if (attempt == Database.ATTEMPTS || e.getErrorCode() != GENERAL_ERROR) {
                    throw e;
                }
            }
        }
    }
}

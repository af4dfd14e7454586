package io.storeops.storage;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The rows of a query page after page, so that no more than a page of them is held at a time. */
final class RowPages implements Iterator<CommitLog.Written> {
    private static final int PAGE = 1000;

    private final Pages pages;
    private Query<?> next;
    private Iterator<CommitLog.Written> page = List.<CommitLog.Written>of().iterator();
    private boolean ended;

    /** Gives the first rows of a query. */
    interface Pages {
        List<CommitLog.Written> first(Query<?> query, long limit);
    }

    RowPages(Query<?> query, Pages pages) {
        this.next = query;
        this.pages = pages;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !ended) {
            List<CommitLog.Written> rows = pages.first(next, PAGE);
            ended = rows.size() < PAGE;
            if (!ended) {
                next = next.after(next.cursorAfter(rows.get(PAGE - 1).row()));
            }
            page = rows.iterator();
        }
        return page.hasNext();
    }

    @Override
    public CommitLog.Written next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are no more rows of " + next.table());
        }
        return page.next();
    }
}

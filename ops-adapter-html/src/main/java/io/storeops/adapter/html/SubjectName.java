package io.storeops.adapter.html;

import io.storeops.figures.Subject;
import io.storeops.reporting.DayBook;

/** A subject by its id, and by its title if it has one: both are other people's text. */
final class SubjectName {
    private SubjectName() {}

    static void write(DayBook book, Subject subject, Markup markup) {
        markup.foreign(subject.id());
        book.findTitle(subject).ifPresent(title -> markup.text(" ").foreign(title));
    }
}

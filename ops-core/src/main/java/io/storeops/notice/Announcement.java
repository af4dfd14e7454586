package io.storeops.notice;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.id.IdText;
import java.util.List;
import java.util.Optional;

/**
 * What departments are to be told. Immutable.
 *
 * @param id the notice's id, chosen by whoever writes it: at most 72 characters, since the names of its messages are made of it
 * @param about what thing it is about, as in an activity or an item
 * @param text what it says; not blank
 * @param to the departments that it is for, at least one, each once, copied
 * @param replaces the notice whose place it takes once it is sent; empty if it takes none (R69, D55)
 */
public record Announcement(String id, String about, String text, List<String> to, Optional<String> replaces) {
    private static final int LONGEST_ID = 72;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if an id or the thing breaks the rule of {@link IdText}, an id is too long, the text is
     *     blank, no department is named, or one twice, or it would replace itself
     */
    public Announcement {
        checkId(id);
        IdText.checked("subject of a notice", about);
        requireNonNull(text, "text");
        to = ImmutableList.copyOf(to);
        if (text.isBlank()) {
            throw new IllegalArgumentException("The notice " + id + " says nothing; its text is blank");
        }
        if (to.isEmpty() || to.stream().distinct().count() < to.size()) {
            throw new IllegalArgumentException(
                    "The notice " + id + " is for one department or more, each named once, not for " + to);
        }
        replaces.ifPresent(Announcement::checkId);
        if (replaces.equals(Optional.of(id))) {
            throw new IllegalArgumentException("The notice " + id + " cannot take its own place");
        }
    }

    /**
     * An announcement that takes no other's place.
     *
     * @param id the notice's id
     * @param about what thing it is about
     * @param text what it says; not blank
     * @param to the departments that it is for, at least one, each once
     * @throws IllegalArgumentException as the whole constructor does
     */
    public Announcement(String id, String about, String text, List<String> to) {
        this(id, about, text, to, Optional.empty());
    }

    /**
     * The same in the place of an earlier notice.
     *
     * @param earlier the notice that is no longer true
     * @return the announcement
     * @throws IllegalArgumentException if the id is not one, or its own
     */
    public Announcement replacing(String earlier) {
        return new Announcement(id, about, text, to, Optional.of(earlier));
    }

    static String checkId(String id) {
        IdText.checked("notice id", id);
        if (id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("The notice id '" + id + "' has " + id.length() + " characters; at most "
                    + LONGEST_ID + " leave room for the names of its messages");
        }
        return id;
    }
}

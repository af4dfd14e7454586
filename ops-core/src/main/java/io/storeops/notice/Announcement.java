package io.storeops.notice;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.id.IdText;
import java.util.List;

/**
 * What departments are to be told. Immutable.
 *
 * @param id the notice's id, chosen by whoever writes it: at most 72 characters, since the names of its messages are made of it
 * @param about what thing it is about, as in an activity or an item
 * @param text what it says; not blank
 * @param to the departments that it is for, at least one, each once, copied
 */
public record Announcement(String id, String about, String text, List<String> to) {
    private static final int LONGEST_ID = 72;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the id or the thing breaks the rule of {@link IdText}, the id is too long, the text is
     *     blank, or no department is named, or one twice
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

package io.storeops.id;

/**
 * One wish of one actor: the same id of another actor is another wish, so that nobody uses up an id by guessing it. Repeating a command under the same id gives the first result and has no second effect (R10), so a caller that lost the answer repeats with the same id.
 *
 * @param value the id as text, by the rule of {@link IdText}
 */
public record CommandId(String value) implements Comparable<CommandId> {

    /**
     * Creates the id.
     *
     * @throws IllegalArgumentException if the text is not an id, saying why
     */
    public CommandId {
        IdText.checked("command id", value);
    }

    /**
     * The id with the given text.
     *
     * @param value the text
     * @return the id
     * @throws IllegalArgumentException if the text is not an id, saying why
     */
    public static CommandId of(String value) {
        return new CommandId(value);
    }

    @Override
    public int compareTo(CommandId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

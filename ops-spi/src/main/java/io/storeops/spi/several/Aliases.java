package io.storeops.spi.several;

import static java.util.Objects.requireNonNull;

import io.storeops.failure.AdapterException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which id of a source is which of the catalogue: one of ours for one of theirs, and the other way round. With a table, every id of an item
 * or a SKU that the source tells is looked up in it; those of rivals are if it has any. Immutable.
 */
public final class Aliases {
    private final String name;
    private final Map<Alias.Of, Map<String, Alias>> byPlatform = new EnumMap<>(Alias.Of.class);
    private final Map<Alias.Of, Map<String, Alias>> byOurs = new EnumMap<>(Alias.Of.class);

    private Aliases(String name) {
        this.name = requireNonNull(name, "name");
    }

    /**
     * A table.
     *
     * @param name what it is called, for messages
     * @param aliases its rows
     * @return the table
     * @throws IllegalArgumentException if it has no row, or an id stands in two
     */
    public static Aliases of(String name, List<Alias> aliases) {
        Aliases table = new Aliases(name);
        for (Alias alias : aliases) {
            Optional<Clash> clash = table.add(alias);
            if (clash.isPresent()) {
                throw new IllegalArgumentException(
                        "The table " + name + ": " + clash.get().reason(alias));
            }
        }
        if (aliases.isEmpty()) {
            throw new IllegalArgumentException("The table " + name + " has no row; leave it out");
        }
        return table;
    }

    /**
     * Reads a CSV file in UTF-8 with the header {@code kind,ours,platform}, as in {@code SKU,MUG-RED,8812001}: a line an id, kinds as
     * {@link Alias.Of} has them. An id has neither comma nor quote there; empty lines are none.
     *
     * @param file the file
     * @return the table
     * @throws AdapterException NOT_FOUND if there is no such file; INVALID naming every line and column that is wrong, and each id that
     *     stands for two
     */
    public static Aliases read(Path file) {
        return AliasFile.read(file);
    }

    static Aliases empty(String name) {
        return new Aliases(name);
    }

    /**
     * An id that stands in a row already.
     *
     * @param column in which column
     * @param id the id
     * @param other the row that has it
     */
    record Clash(String column, String id, Alias other) {
        String reason(Alias alias) {
            return other.of() + " '" + id + "' stands in two rows, and one id has one meaning: " + other.ours() + " is "
                    + other.platform() + ", " + alias.ours() + " is " + alias.platform() + ". Take one of them out";
        }
    }

    /** Adds a row unless one of its ids is there already. */
    Optional<Clash> add(Alias alias) {
        Map<String, Alias> theirs = byPlatform.computeIfAbsent(alias.of(), of -> new HashMap<>());
        Map<String, Alias> ours = byOurs.computeIfAbsent(alias.of(), of -> new HashMap<>());
        Alias other = theirs.get(alias.platform());
        if (other != null) {
            return Optional.of(new Clash(AliasFile.PLATFORM, alias.platform(), other));
        }
        other = ours.get(alias.ours());
        if (other != null) {
            return Optional.of(new Clash(AliasFile.OURS, alias.ours(), other));
        }
        theirs.put(alias.platform(), alias);
        ours.put(alias.ours(), alias);
        return Optional.empty();
    }

    String name() {
        return name;
    }

    /** Whether ids of something go through the table. */
    boolean has(Alias.Of of) {
        return of != Alias.Of.COMPETITOR || byOurs.containsKey(of);
    }

    Optional<String> ours(Alias.Of of, String platform) {
        return Optional.ofNullable(byPlatform.getOrDefault(of, Map.of()).get(platform))
                .map(Alias::ours);
    }

    Optional<String> platform(Alias.Of of, String ours) {
        return Optional.ofNullable(byOurs.getOrDefault(of, Map.of()).get(ours)).map(Alias::platform);
    }

    @Override
    public String toString() {
        return name;
    }
}

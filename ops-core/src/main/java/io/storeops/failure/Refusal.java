package io.storeops.failure;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;

/**
 * Why a guard said no. Immutable.
 *
 * @param code the stable code, as in NOT_DUE
 * @param detail what was asked, what stands in the way, what to do
 * @param values what the detail names, for programs: texts by name, as in the ids of activities; copied. The trail keeps them
 */
public record Refusal(String code, String detail, SortedMap<String, List<String>> values) implements Serializable {
    private static final String MISSING = "missing";

    /** Copies the values. */
    public Refusal {
        requireNonNull(code, "code");
        requireNonNull(detail, "detail");
        ImmutableSortedMap.Builder<String, List<String>> copy = ImmutableSortedMap.naturalOrder();
        values.forEach((name, texts) -> copy.put(name, ImmutableList.copyOf(texts)));
        values = copy.build();
    }

    /**
     * A refusal that names nothing for programs.
     *
     * @param code the stable code
     * @param detail what was asked, what stands in the way, what to do
     */
    public Refusal(String code, String detail) {
        this(code, detail, ImmutableSortedMap.of());
    }

    /**
     * A refusal that names what is lacking.
     *
     * @param code the stable code
     * @param detail what was asked, what stands in the way, what to do
     * @param missing what is lacking, as in a right, a person or a section; copied, in order
     */
    public Refusal(String code, String detail, List<String> missing) {
        this(
                code,
                detail,
                missing.isEmpty()
                        ? ImmutableSortedMap.of()
                        : ImmutableSortedMap.of(MISSING, ImmutableList.copyOf(missing)));
    }

    /**
     * What is lacking, for programs that show it.
     *
     * @return as in a right, a person or a section, in order; none if nothing is named so
     */
    public List<String> missing() {
        return named(MISSING);
    }

    /**
     * The same, naming something for programs too.
     *
     * @param name the name of the values
     * @param texts the values, as texts
     * @return the refusal
     */
    public Refusal naming(String name, List<String> texts) {
        return new Refusal(
                code,
                detail,
                ImmutableSortedMap.<String, List<String>>naturalOrder()
                        .putAll(values)
                        .put(name, texts)
                        .buildOrThrow());
    }

    /**
     * What it names for programs.
     *
     * @param name the name of the values
     * @return the values; none if it names nothing so
     */
    public List<String> named(String name) {
        return values.getOrDefault(name, List.of());
    }
}

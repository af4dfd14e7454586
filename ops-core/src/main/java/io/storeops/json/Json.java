package io.storeops.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A JSON value. Immutable. Members of an object are kept in the order of their names, so equal values print equally. What is
 * read from outside or kept is bounded here, so that nothing short on paper fills the memory when it is written out.
 */
public sealed interface Json {
    /** How many objects and arrays may be within each other in what is read from outside or kept. */
    int MOST_DEPTH = 500;

    /** How many digits a number may have before its point, and how many after it, when written out. */
    int MOST_DIGITS = 1000;

    /** How many UTF-16 units the name of a member may have in what is read from outside or kept. */
    int MOST_NAME = 50_000;

    /** How many UTF-16 units a text may have in what is read from outside or kept. */
    int MOST_TEXT = 20_000_000;

    /**
     * An object.
     *
     * @param members the members by name, copied
     */
    record Obj(SortedMap<String, Json> members) implements Json {
        /** Copies the members. */
        public Obj {
            members = ImmutableSortedMap.copyOf(members);
        }

        @Override
        public String toString() {
            return canonical();
        }
    }

    /**
     * An array.
     *
     * @param elements the elements in order, copied
     */
    record Arr(List<Json> elements) implements Json {
        /** Copies the elements. */
        public Arr {
            elements = ImmutableList.copyOf(elements);
        }

        @Override
        public String toString() {
            return canonical();
        }
    }

    /**
     * A text.
     *
     * @param value the text
     */
    record Text(String value) implements Json {
        /** Checks for null. */
        public Text {
            requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return canonical();
        }
    }

    /**
     * A number. 1.0 and 1 are the same number and print as 1.
     *
     * @param value the number, trailing zeros removed
     */
    record Num(BigDecimal value) implements Json {
        /**
         * Removes trailing zeros.
         *
         * @throws IllegalArgumentException if it has more than {@link Json#MOST_DIGITS} digits on a side of its point
         */
        public Num {
            // 1e999999999 is short here and a gigabyte when written out.
            long before = (long) value.precision() - value.scale();
            if (value.signum() != 0 && Math.max(value.scale(), before) > MOST_DIGITS) {
                throw new IllegalArgumentException("has more than " + MOST_DIGITS + " digits written out");
            }
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }

        @Override
        public String toString() {
            return canonical();
        }
    }

    /**
     * A truth value.
     *
     * @param value the truth value
     */
    record Bool(boolean value) implements Json {
        @Override
        public String toString() {
            return canonical();
        }
    }

    /** The JSON null. */
    record Null() implements Json {
        @Override
        public String toString() {
            return canonical();
        }
    }

    /**
     * A text value.
     *
     * @param value the text
     * @return the value
     */
    static Json of(String value) {
        return new Text(value);
    }

    /**
     * A whole number.
     *
     * @param value the number
     * @return the value
     */
    static Json of(long value) {
        return new Num(BigDecimal.valueOf(value));
    }

    /**
     * A truth value.
     *
     * @param value the truth value
     * @return the value
     */
    static Json of(boolean value) {
        return new Bool(value);
    }

    /**
     * The JSON null: a member that is there and has no value.
     *
     * @return the value
     */
    static Json ofNull() {
        return new Null();
    }

    /**
     * An array.
     *
     * @param elements the elements, copied
     * @return the value
     */
    static Arr array(List<? extends Json> elements) {
        return new Arr(ImmutableList.copyOf(elements));
    }

    /**
     * An object.
     *
     * @param members the members, copied
     * @return the value
     */
    static Obj object(Map<String, ? extends Json> members) {
        return new Obj(ImmutableSortedMap.copyOf(members));
    }

    /**
     * The one text of this value: members sorted by name, no white space, numbers in plain notation, control characters
     * escaped, everything else as it is. Independent of locale and of insertion order.
     *
     * @return canonical JSON text
     */
    default String canonical() {
        return CanonicalJson.print(this);
    }
}

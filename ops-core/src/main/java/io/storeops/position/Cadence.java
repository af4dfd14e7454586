package io.storeops.position;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/**
 * When a duty is expected (频率). {@link EachBoundary}, {@link Daily}, {@link DailySweepAndEvent} and {@link Weekly} have an
 * expected count (R5); the others are triggered and have none (A7). Local times are those of the store. Immutable.
 */
public sealed interface Cadence {
    /** The cadence's name in the roster's document, as in EACH_BOUNDARY. */
    enum Kind {
        /** {@link EachBoundary}. */
        EACH_BOUNDARY,
        /** {@link Daily}. */
        DAILY,
        /** {@link DailySweepAndEvent}. */
        DAILY_SWEEP_AND_EVENT,
        /** {@link Event}. */
        EVENT,
        /** {@link OnInstruction}. */
        ON_INSTRUCTION,
        /** {@link PerActivity}. */
        PER_ACTIVITY,
        /** {@link Weekly}. */
        WEEKLY,
        /** {@link PerTask}. */
        PER_TASK
    }

    /**
     * The cadence's name in the roster's document.
     *
     * @return the kind
     */
    Kind kind();

    /**
     * Once at each boundary of the slot plan (R17, R24).
     *
     * @param due how long after the boundary it is due, 0 or more; empty for the slot plan's own deadline
     */
    record EachBoundary(Optional<Duration> due) implements Cadence {
        /**
         * Checks the deadline.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public EachBoundary {
            if (due.isPresent() && due.get().isNegative()) {
                throw new IllegalArgumentException("A duty is not due before its boundary, but " + due.get());
            }
        }

        @Override
        public Kind kind() {
            return Kind.EACH_BOUNDARY;
        }
    }

    /**
     * Once a day (R35).
     *
     * @param start from when on it can be done
     * @param due by when it is due on the same date, not before the start
     */
    record Daily(LocalTime start, LocalTime due) implements Cadence {
        /**
         * Checks the order.
         *
         * @throws IllegalArgumentException if it is due before it starts
         */
        public Daily {
            if (due.isBefore(start)) {
                throw new IllegalArgumentException("A duty is not due at " + due + ", before it starts at " + start);
            }
        }

        @Override
        public Kind kind() {
            return Kind.DAILY;
        }
    }

    /**
     * Whenever something happens, and once a day a sweep for what is left (R42, A8).
     *
     * @param due by when the sweep is due on its date
     */
    record DailySweepAndEvent(LocalTime due) implements Cadence {
        /** Checks for null. */
        public DailySweepAndEvent {
            requireNonNull(due, "due");
        }

        @Override
        public Kind kind() {
            return Kind.DAILY_SWEEP_AND_EVENT;
        }
    }

    /** Whenever something happens. */
    record Event() implements Cadence {
        @Override
        public Kind kind() {
            return Kind.EVENT;
        }
    }

    /** Whenever the manager instructs it. */
    record OnInstruction() implements Cadence {
        @Override
        public Kind kind() {
            return Kind.ON_INSTRUCTION;
        }
    }

    /** As each activity asks for it. */
    record PerActivity() implements Cadence {
        @Override
        public Kind kind() {
            return Kind.PER_ACTIVITY;
        }
    }

    /**
     * Once an ISO week, Monday to Sunday [A], due in the week after (R77).
     *
     * @param day the day of the next week on which it is due
     * @param time by when on that day
     */
    record Weekly(DayOfWeek day, LocalTime time) implements Cadence {
        private static final String NEXT = "NEXT_";

        /** Checks for null. */
        public Weekly {
            requireNonNull(day, "day");
            requireNonNull(time, "time");
        }

        /**
         * Reads what {@link #due} writes.
         *
         * @param due as in {@code NEXT_MONDAY 12:00}
         * @return the cadence
         * @throws RuntimeException if the text is not a day and time of the next week
         */
        static Weekly due(String due) {
            int space = due.indexOf(' ');
            if (space < 0 || !due.startsWith(NEXT)) {
                throw new IllegalArgumentException(due);
            }
            return new Weekly(
                    DayOfWeek.valueOf(due.substring(NEXT.length(), space)), LocalTime.parse(due.substring(space + 1)));
        }

        /**
         * When it is due.
         *
         * @return as in {@code NEXT_MONDAY 12:00}
         */
        public String due() {
            return NEXT + day.name() + " " + time;
        }

        @Override
        public Kind kind() {
            return Kind.WEEKLY;
        }
    }

    /**
     * For each task, and a summary of the day's tasks (R82).
     *
     * @param summaryDue by when the summary is due on its date
     */
    record PerTask(LocalTime summaryDue) implements Cadence {
        /** When the summary is due unless the roster says otherwise [A]. */
        public static final LocalTime DEFAULT_SUMMARY_DUE = LocalTime.of(21, 30);

        /** Checks for null. */
        public PerTask {
            requireNonNull(summaryDue, "summaryDue");
        }

        /** With the default roster's summary. */
        public PerTask() {
            this(DEFAULT_SUMMARY_DUE);
        }

        @Override
        public Kind kind() {
            return Kind.PER_TASK;
        }
    }
}

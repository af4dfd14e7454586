package io.storeops.adapter.chat;

import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.spi.JsonCodec;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the body of an answer says.
 *
 * @param kind what it is
 * @param pause how long to wait; zero unless THROTTLED
 * @param words the platform's code and words, for people; of what it took its receipt, empty text if it gives none
 */
record Signal(Kind kind, Duration pause, String words) {
    /** Nothing that the platform documents. */
    static final Signal NONE = new Signal(Kind.NONE, Duration.ZERO, "");

    /** What an answer can be. */
    enum Kind {
        /** The platform took the message. */
        TAKEN,
        /** It did not, and will later. */
        THROTTLED,
        /** It says that something went wrong on its side, and not whether before or after it took the message. */
        BUSY,
        /** It did not. */
        REFUSED,
        /** No answer of the platform. */
        NONE
    }

    static Signal taken(String receipt) {
        return new Signal(Kind.TAKEN, Duration.ZERO, receipt);
    }

    static Signal throttled(Duration pause, String words) {
        return new Signal(Kind.THROTTLED, pause, words);
    }

    static Signal busy(String words) {
        return new Signal(Kind.BUSY, Duration.ZERO, words);
    }

    static Signal refused(String words) {
        return new Signal(Kind.REFUSED, Duration.ZERO, words);
    }

    /** The object that an answer is; empty if it is none. */
    static Optional<Json.Obj> object(String body) {
        try {
            return JsonCodec.parse("answer", body) instanceof Json.Obj object ? Optional.of(object) : Optional.empty();
        } catch (DocumentException e) {
            return Optional.empty();
        }
    }

    /** A member that is a whole number; a text of digits is none. */
    static OptionalLong number(Json.Obj object, String member) {
        if (object.members().get(member) instanceof Json.Num number) {
            BigDecimal value = number.value();
            return value.scale() <= 0 && value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                    ? OptionalLong.of(value.longValueExact())
                    : OptionalLong.empty();
        }
        return OptionalLong.empty();
    }

    /** A member that is a text; empty text if it is none. */
    static String text(Json.Obj object, String member) {
        return object.members().get(member) instanceof Json.Text text ? text.value() : "";
    }
}

package io.storeops.architecture.offender;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;

/** What looks like an offence and is none. */
final class Allowed implements Serializable {
    private static final long serialVersionUID = 1L;

    Instant now(Clock clock) {
        return clock.instant();
    }

    LocalDate today(Clock clock) {
        return LocalDate.now(clock);
    }

    byte[] bytes(String text) {
        return text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }

    String text(byte[] bytes) {
        return String.format(Locale.ROOT, "%s", new String(bytes, StandardCharsets.UTF_8));
    }

    Object map() {
        return new ConcurrentHashMap<String, String>();
    }
}

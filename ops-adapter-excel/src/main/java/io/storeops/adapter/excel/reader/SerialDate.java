package io.storeops.adapter.excel.reader;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Dates as numbers of days: of 1900, where Excel counts a February 29 that never was, or of 1904. */
final class SerialDate {
    private static final LocalDate DAY_0_OF_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final int NEVER = 60;
    private static final BigDecimal MILLIS = BigDecimal.valueOf(86_400_000);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private SerialDate() {}

    /**
     * The date and the time of a number, to the millisecond.
     *
     * @throws IllegalArgumentException if no date has it
     */
    static LocalDateTime of(BigDecimal serial, boolean from1904) {
        long days = serial.setScale(0, RoundingMode.FLOOR).longValue();
        boolean never = !from1904 && days == NEVER;
        if (serial.signum() < 0 || serial.precision() - serial.scale() > 7 || never) {
            throw new IllegalArgumentException(serial.toPlainString() + " is not the number of a date");
        }
        // Before March 1900 one day less, because there was no February 29.
        LocalDate zero = from1904 ? DAY_0_OF_1904 : days < NEVER ? DAY_0_OF_1900.plusDays(1) : DAY_0_OF_1900;
        BigDecimal part = serial.subtract(BigDecimal.valueOf(days));
        long millis = part.multiply(MILLIS).setScale(0, RoundingMode.HALF_UP).longValueExact();
        LocalDateTime date =
                LocalDateTime.of(zero.plusDays(days), LocalTime.MIDNIGHT).plus(millis, ChronoUnit.MILLIS);
        if (date.toLocalDate().isAfter(LAST)) {
            throw new IllegalArgumentException(serial.toPlainString() + " is not the number of a date");
        }
        return date;
    }
}

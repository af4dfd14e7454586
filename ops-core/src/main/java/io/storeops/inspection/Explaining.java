package io.storeops.inspection;

import com.google.common.collect.ImmutableList;
import io.storeops.catalog.Language;
import io.storeops.document.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says judgements: fills the places of their {@link Phrase}s.
 *
 * @param language the language
 * @param zone the zone in which instants are shown
 */
record Explaining(Language language, ZoneId zone) {
    private static final Pattern PLACE = Pattern.compile("\\{(at|[a-z]|[0-9])}");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PERCENT_DECIMALS = 2;
    private static final ImmutableList<Unit> UNITS =
            ImmutableList.of(new Unit("天", "d"), new Unit("小时", "h"), new Unit("分钟", "min"), new Unit("秒", "s"));
    private static final Unit MINUTES = UNITS.get(2);

    private record Unit(String chinese, String english) {
        String of(long number, Language language) {
            return language.choose(number + chinese, number + " " + english);
        }
    }

    Line say(Judgement judgement) {
        String template = judgement.phrase().in(language);
        Line line = Line.EMPTY;
        int end = 0;
        for (Matcher place = PLACE.matcher(template); place.find(); end = place.end()) {
            line = line.and(template.substring(end, place.start())).and(filled(judgement, place.group(1)));
        }
        return line.and(template.substring(end));
    }

    private Line filled(Judgement judgement, String place) {
        return switch (place) {
            case "m" -> said(judgement.measured());
            case "b" -> said(judgement.base());
            case "at" -> said(judgement.asOf().map(Value.At::new));
            default -> said(Optional.of(judgement.told().get(Integer.parseInt(place))));
        };
    }

    private Line said(Optional<? extends Value> value) {
        return value.map(present -> said(present)).orElseGet(() -> Line.of(language.choose("无", "nothing")));
    }

    private Line said(Value value) {
        if (value instanceof Value.Text text) {
            return Line.ofName(text.text());
        }
        if (value instanceof Value.At at) {
            return Line.of(MINUTE.format(at.instant().atZone(zone)));
        }
        if (value instanceof Value.Lasting lasting) {
            return Line.of(said(lasting.duration()));
        }
        return Line.of(value instanceof Value.Share share ? said(share) : value.toString());
    }

    /** Percent, and the fraction where one was counted, so that nobody wonders why 8.00% is above 8%. */
    private static String said(Value.Share share) {
        BigDecimal percent =
                share.dividend().multiply(HUNDRED).divide(share.divisor(), PERCENT_DECIMALS, RoundingMode.HALF_UP);
        boolean stated = share.divisor().compareTo(BigDecimal.ONE) == 0;
        return percent.toPlainString() + "%" + (stated ? "" : " (" + share + ")");
    }

    private String said(Duration duration) {
        long[] parts = {
            duration.toDaysPart(), duration.toHoursPart(), duration.toMinutesPart(), duration.toSecondsPart()
        };
        List<String> said = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                said.add(UNITS.get(i).of(parts[i], language));
            }
        }
        return said.isEmpty() ? MINUTES.of(0, language) : String.join(language.choose("", " "), said);
    }
}

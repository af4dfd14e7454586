package io.storeops.position;

import static io.storeops.position.DocumentFields.each;
import static io.storeops.position.DocumentFields.map;
import static io.storeops.position.DocumentFields.member;

import io.storeops.calendar.WorkingHours;
import io.storeops.calendar.WorkingHours.Span;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How the working calendar stands in a roster's document. */
final class CalendarDocument {
    private static final String SPANS = "spans";
    private static final String HOLIDAYS = "holidays";
    private static final String MAKE_UP_WORKDAYS = "makeUpWorkdays";
    private static final String ROLES = "roles";

    /** The end of a day, which no local time names. */
    private static final String END_OF_DAY = "24:00";

    private CalendarDocument() {}

    static WorkingCalendar read(JsonReader place) {
        place.onlyMembers(Set.of(SPANS, HOLIDAYS, MAKE_UP_WORKDAYS, ROLES));
        WorkingHours general = hours(place, WorkingHours.everyHour());
        return new WorkingCalendar(
                general,
                map(
                        place,
                        ROLES,
                        DocumentFields::role,
                        each -> hours(each.onlyMembers(Set.of(SPANS, HOLIDAYS, MAKE_UP_WORKDAYS)), general)));
    }

    /** What does not stand there is as usual. */
    private static WorkingHours hours(JsonReader place, WorkingHours usual) {
        return place.whole(
                "are not working hours",
                () -> new WorkingHours(
                        member(
                                place,
                                SPANS,
                                spans -> map(spans, CalendarDocument::weekday, CalendarDocument::spans),
                                usual.spans()),
                        member(
                                place,
                                HOLIDAYS,
                                dates -> new TreeSet<>(each(dates, DocumentFields::date)),
                                usual.holidays()),
                        member(
                                place,
                                MAKE_UP_WORKDAYS,
                                dates -> map(dates, DocumentFields::date, CalendarDocument::weekday),
                                usual.makeUpWorkdays())));
    }

    private static DayOfWeek weekday(JsonReader place) {
        String text = place.text();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (shortName(day).equals(text)) {
                return day;
            }
        }
        throw place.refusal("is not a weekday; known: [MON, TUE, WED, THU, FRI, SAT, SUN]");
    }

    private static String shortName(DayOfWeek day) {
        return day.name().substring(0, 3);
    }

    private static List<Span> spans(JsonReader place) {
        return each(place, CalendarDocument::span);
    }

    private static Span span(JsonReader place) {
        List<JsonReader> ends = place.elements();
        if (ends.size() != 2) {
            throw place.refusal("is not a span (expected something like [\"09:00\",\"12:00\"])");
        }
        return place.whole("is not a span", () -> new Span(DocumentFields.time(ends.get(0)), end(ends.get(1))));
    }

    private static LocalTime end(JsonReader place) {
        return Json.of(END_OF_DAY).equals(place.value()) ? LocalTime.MIDNIGHT : DocumentFields.time(place);
    }

    static Json write(WorkingCalendar calendar) {
        return write(calendar.general())
                .map(ROLES, calendar.roles(), hours -> write(hours).build())
                .build();
    }

    private static DocumentMembers write(WorkingHours hours) {
        DocumentMembers spans = new DocumentMembers();
        hours.spans()
                .forEach((day, those) -> spans.put(
                        shortName(day),
                        Json.array(those.stream().map(CalendarDocument::write).toList())));
        return new DocumentMembers()
                .put(SPANS, spans.build())
                .put(HOLIDAYS, DocumentMembers.texts(hours.holidays()))
                .put(MAKE_UP_WORKDAYS, DocumentMembers.object(hours.makeUpWorkdays(), day -> Json.of(shortName(day))));
    }

    private static Json write(Span span) {
        Object end = span.to().equals(LocalTime.MIDNIGHT) ? END_OF_DAY : span.to();
        return DocumentMembers.texts(List.of(span.from(), end));
    }
}

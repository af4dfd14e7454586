package io.storeops.examples.replay;

import io.storeops.document.Cell;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.kpi.Ratio;
import io.storeops.report.ReportFigure;
import io.storeops.report.ReportPart;
import io.storeops.report.ReportSection;
import io.storeops.weeklyreport.ReportAnswer;
import io.storeops.weeklyreport.ReportPreview;
import io.storeops.weeklyreport.WeeklyReport;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A weekly report as the scenarios write it: {@code weekly-report.json}. */
public final class WeeklyReportJson {
    /** What a scenario lists by ids alone, in text order. */
    private static final Set<String> LISTED = Set.of("requirements_open", "notices_not_sent");

    /** Of what a scenario says key figures, with n and d. */
    private static final Set<String> SCORED = Set.of("kpi", "excused");

    private final Notation notation;

    /**
     * Writes reports of a store.
     *
     * @param zone the store's zone
     */
    public WeeklyReportJson(ZoneId zone) {
        this.notation = new Notation(zone);
    }

    /**
     * What a report would say.
     *
     * @param store the store
     * @param preview the figures
     * @return the document: the week, how far its slots are there, the sections
     */
    public Json of(StoreId store, ReportPreview preview) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("week", Json.of(preview.week().toString()));
        members.put("store", Json.of(store.value()));
        members.put("as_of", json(preview.asOf()));
        members.put("slots", Json.of(preview.slots().toString()));
        members.put("provisional", Json.of(preview.provisional()));
        members.put("sections", sections(preview.sections()));
        return Json.object(members);
    }

    /**
     * A report that was drafted.
     *
     * @param id what it is called
     * @param versions its versions in order, at least one
     * @return the document: the last version with its sections, what the first said as a draft, and how each fared
     */
    public Json of(String id, List<WeeklyReport> versions) {
        WeeklyReport first = versions.get(0);
        WeeklyReport last = versions.get(versions.size() - 1);
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("report", Json.of(id));
        members.put("week", Json.of(last.week().toString()));
        members.put("store", Json.of(last.store().value()));
        members.put("operator", Json.of(last.person().value()));
        members.put("due_at", json(last.dueAt()));
        members.put("version", Json.of(last.version()));
        members.put("draft", draft(first));
        members.put("submitted_at", json(last.submittedAt()));
        members.put("timeliness", json(last.firstSubmittedAt().map(at -> last.late() ? "LATE" : "ON_TIME")));
        members.put("accepted_at", json(answeredAt(last, true)));
        members.put("state", json(last.state()));
        members.put("versions", Json.array(versions.stream().map(this::version).toList()));
        members.put("sections", sections(last.sections()));
        return Json.object(members);
    }

    private Json json(Object value) {
        return Notation.json(value instanceof Optional<?> maybe ? maybe.map(notation::text) : notation.text(value));
    }

    private static Optional<?> answeredAt(WeeklyReport report, boolean accepted) {
        return report.answer().filter(answer -> answer.accepted() == accepted).map(ReportAnswer::at);
    }

    private Json draft(WeeklyReport report) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("at", json(report.drafted().at()));
        members.put("slots", Json.of(report.slots().toString()));
        members.put("provisional", Json.of(report.provisional()));
        report.draft().stream()
                .flatMap(section -> section.all("kpi").stream())
                .forEach(figure -> members.put(
                        figure.of().orElseThrow().toLowerCase(Locale.ROOT).replace('.', '_'), score(figure)));
        return Json.object(members);
    }

    private Json version(WeeklyReport report) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("version", Json.of(report.version()));
        members.put("drafted_at", json(report.drafted().at()));
        members.put("slots", Json.of(report.slots().toString()));
        members.put("provisional", Json.of(report.provisional()));
        members.put("submitted_at", json(report.submittedAt()));
        report.find(ReportPart.SALES_TARGET)
                .ifPresent(sales -> List.of("week_actual_minor", "actual_minor")
                        .forEach(key -> sales.find(key).ifPresent(figure -> members.put(key, value(figure)))));
        members.put("returned_at", json(answeredAt(report, false)));
        members.put("remarks", json(report.answer().flatMap(ReportAnswer::remarks)));
        return Json.object(members);
    }

    private Json sections(List<ReportSection> sections) {
        Map<String, Json> members = new LinkedHashMap<>();
        sections.forEach(section -> members.put(section.id(), section(section)));
        return Json.object(members);
    }

    private Json section(ReportSection section) {
        Map<String, Json> members = new LinkedHashMap<>();
        section.none().ifPresent(reason -> members.put("none", Json.of(reason)));
        Set<String> several = new LinkedHashSet<>();
        for (ReportFigure figure : section.figures()) {
            if (figure.of().isPresent()) {
                several.add(figure.key());
            } else {
                members.put(figure.key(), value(figure));
            }
        }
        several.forEach(key -> members.put(key, several(key, section.all(key))));
        extremes(section, members);
        if (section.id().equals(ReportPart.ACTIVITY)) {
            activities(section, members);
        }
        section.find("gap_minor").ifPresent(gap -> members.put("met", Json.of(minor(gap) == 0)));
        return Json.object(members);
    }

    /** A scenario tells the best and the weakest slot of one day, or day of several. */
    private void extremes(ReportSection section, Map<String, Json> members) {
        boolean oneDay = section.find("best_day").equals(section.find("weakest_day"))
                || section.find("best_day")
                        .map(ReportFigure::value)
                        .equals(section.find("weakest_day").map(ReportFigure::value));
        String of = oneDay ? "slot" : "day";
        for (String which : List.of("best", "weakest")) {
            section.find(which + "_" + of + "_amount_minor")
                    .ifPresent(amount -> members.put(which + "_amount_minor", value(amount)));
            section.find(which + "_slot").ifPresent(slot -> {
                String text = slot.value().shown().text();
                members.put(which + "_slot", Json.of(Long.parseLong(text.substring(text.indexOf('#') + 1))));
            });
        }
    }

    /** A scenario tells of one activity each: what was sold of a quota, what was extended, and what the checks of the campaign found. */
    private void activities(ReportSection section, Map<String, Json> members) {
        section.all("sold").stream()
                .filter(figure -> of(section, "quota", figure).isPresent())
                .findFirst()
                .ifPresent(figure ->
                        members.put("flash_sale", told(section, figure, List.of("sold", "quota", "amount_minor"))));
        section.all("new_end").stream()
                .findFirst()
                .ifPresent(figure -> members.put("extended", told(section, figure, List.of("new_end"))));
        section.all("faults").stream()
                .filter(figure -> figure.value() instanceof Cell.Whole whole && whole.value() > 0)
                .findFirst()
                .ifPresent(figure -> members.put(
                        "campaign_checks", told(section, figure, List.of("checks", "faults", "faults_fixed"))));
    }

    private static Optional<ReportFigure> of(ReportSection section, String key, ReportFigure same) {
        return section.all(key).stream()
                .filter(figure -> figure.of().equals(same.of()))
                .findFirst();
    }

    private Json told(ReportSection section, ReportFigure which, List<String> keys) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("activity", Json.of(which.of().orElseThrow()));
        keys.forEach(key -> of(section, key, which)
                .ifPresent(figure -> members.put(
                        key,
                        key.equals("new_end")
                                ? json(Instant.parse(figure.value().shown().text()))
                                : value(figure))));
        return Json.object(members);
    }

    private Json several(String key, List<ReportFigure> figures) {
        if (LISTED.contains(key)) {
            return Json.array(figures.stream()
                    .map(figure -> figure.of().orElseThrow())
                    .sorted()
                    .map(Json::of)
                    .toList());
        } else if (key.equals("suggestions")) {
            List<Json> all = new ArrayList<>();
            figures.forEach(figure -> all.add(Json.object(
                    new TreeMap<>(Map.of("suggestion", Json.of(figure.of().orElseThrow()), "state", value(figure))))));
            return Json.array(all);
        }
        Map<String, Json> members = new LinkedHashMap<>();
        figures.forEach(
                figure -> members.put(figure.of().orElseThrow(), SCORED.contains(key) ? score(figure) : value(figure)));
        return Json.object(members);
    }

    private static Json score(ReportFigure figure) {
        Ratio ratio = ((Cell.Share) figure.value()).ratio();
        return Json.object(new TreeMap<>(
                Map.of("n", Json.of(ratio.n()), "d", Json.of(ratio.d()), "percent", Json.of(ratio.text("N/A")))));
    }

    private static long minor(ReportFigure figure) {
        return ((Cell.Amount) figure.value()).money().minor();
    }

    private static Json value(ReportFigure figure) {
        if (figure.value() instanceof Cell.Amount amount) {
            return Json.of(amount.money().minor());
        } else if (figure.value() instanceof Cell.Whole whole) {
            return Json.of(whole.value());
        } else if (figure.value() instanceof Cell.Share share) {
            return Json.of(share.ratio().text("N/A"));
        }
        return Json.of(figure.value().shown().text());
    }
}

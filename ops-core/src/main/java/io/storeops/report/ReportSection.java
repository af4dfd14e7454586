package io.storeops.report;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A section of a weekly report as it stood when it was counted. Immutable.
 *
 * @param id as the roster's weekly duty calls it
 * @param records whether there was any record behind it
 * @param none why there is nothing to report, if its author says so (D62)
 * @param figures what was counted, in order, copied
 */
public record ReportSection(String id, boolean records, Optional<String> none, List<ReportFigure> figures) {
    private static final String ID = "section";
    private static final String RECORDS = "records";
    private static final String NONE = "none";
    private static final String FIGURES = "figures";

    /** Copies the figures. */
    public ReportSection {
        requireNonNull(id, "id");
        requireNonNull(none, "none");
        figures = ImmutableList.copyOf(figures);
    }

    /**
     * Whether it is filled: it has records, or its author says that there is nothing to report and why (D62).
     *
     * @return true if it is
     */
    public boolean filled() {
        return records || none.isPresent();
    }

    /**
     * A figure.
     *
     * @param key its name
     * @return the figure; empty if it has none of that name, or several
     */
    public Optional<ReportFigure> find(String key) {
        return figures.stream()
                .filter(figure -> figure.key().equals(key) && figure.of().isEmpty())
                .findFirst();
    }

    /**
     * The figures of a name of which there are several.
     *
     * @param key their name
     * @return the figures in order
     */
    public List<ReportFigure> all(String key) {
        return figures.stream()
                .filter(figure -> figure.key().equals(key) && figure.of().isPresent())
                .toList();
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @param place where the section stands
     * @return the section
     * @throws io.storeops.json.DocumentException if something else stands there, with JSON path, value and rule
     */
    public static ReportSection fromJson(JsonReader place) {
        return new ReportSection(
                place.text(ID),
                place.member(RECORDS).flag(),
                place.findMember(NONE).map(JsonReader::text),
                place.elements(FIGURES).stream().map(ReportFigure::fromJson).toList());
    }

    /**
     * The section as a value to be kept.
     *
     * @return what {@link #fromJson} reads
     */
    public Json toJson() {
        Map<String, Json> members = new TreeMap<>();
        members.put(ID, Json.of(id));
        members.put(RECORDS, Json.of(records));
        none.ifPresent(reason -> members.put(NONE, Json.of(reason)));
        members.put(
                FIGURES, Json.array(figures.stream().map(ReportFigure::toJson).toList()));
        return Json.object(members);
    }
}

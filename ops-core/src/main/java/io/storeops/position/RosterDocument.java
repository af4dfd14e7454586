package io.storeops.position;

import static io.storeops.position.DocumentFields.each;
import static io.storeops.position.DocumentFields.map;
import static io.storeops.position.DocumentFields.member;

import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.id.StoreId;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A roster as a document: position, slot plan and roles, and as far as the store has them duties, departments, channels,
 * baselines, time limits ({@code sla}), working calendar, the rules of the duties (D85), limits, confidentiality and what
 * evidence may be attached. Strict in every part: an unknown member, a name without its counterpart and a figure out of range
 * are refused. What is absent is not there, except the things without which nothing works; those are then as in the default
 * roster: how early an observation counts, the check list of the inspection (a line for each category of the duties), the
 * figures of the rules (D85), when the day's summary is due, the channels that data may go to (every role may see it), and what
 * evidence may be attached. Without a calendar every hour counts. The role of the post itself is OPERATOR.
 */
public final class RosterDocument {
    private static final Set<String> MEMBERS = Stream.of(
                    Set.of(
                            "position",
                            "slotPlan",
                            "duties",
                            "roles",
                            "departments",
                            "departmentParents",
                            "externalParties",
                            "baselines",
                            "sla",
                            "calendar",
                            "activityRules",
                            "detection",
                            "targetBasis",
                            "releaseItems",
                            "metricSources",
                            "limits",
                            "confidentiality",
                            "evidence"),
                    ChannelsDocument.MEMBERS,
                    MaintenanceDocument.MEMBERS)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private RosterDocument() {}

    /**
     * Reads a roster.
     *
     * @param name what is read, for messages, for instance the file's name
     * @param document the document
     * @param store the store that it is for
     * @return the roster
     * @throws DocumentException if the document breaks a rule, with JSON path, value and rule
     */
    public static Roster read(String name, Json document, StoreId store) {
        JsonReader root = JsonReader.root(name, document).onlyMembers(MEMBERS);
        SortedMap<Role, Set<Right>> roles = map(
                root.member("roles"),
                DocumentFields::role,
                rights -> new LinkedHashSet<>(each(rights, DocumentFields::right)));
        try {
            Channels channels = ChannelsDocument.read(root);
            Map<String, Duty> duties = DutyDocument.read(member(root, "duties", JsonReader::elements, List.of()));
            return new Roster(
                    store,
                    PositionDocument.read(root.member("position")),
                    SlotPlanDocument.read(root.member("slotPlan")),
                    duties,
                    roles,
                    new LinkedHashSet<>(each(root, "departments", DocumentFields::word)),
                    map(root, "departmentParents", JsonReader::text, DocumentFields::word),
                    new LinkedHashSet<>(each(root, "externalParties", DocumentFields::id)),
                    channels,
                    rules(root, Roster.categories(duties.values())),
                    each(root, "limits", SettingsDocument::limit),
                    root.findMember("confidentiality")
                            .map(SettingsDocument::confidentiality)
                            .orElseGet(() -> SettingsDocument.confidentiality(roles.keySet(), channels.names())));
        } catch (BrokenRule e) {
            throw e.in(name);
        }
    }

    private static Rules rules(JsonReader root, Set<String> categories) {
        return new Rules(
                root.findMember("baselines").map(RulesDocument::baselines).orElseGet(Baselines::none),
                root.findMember("sla").map(RulesDocument::sla).orElseGet(Sla::none),
                root.findMember("calendar").map(CalendarDocument::read).orElseGet(WorkingCalendar::everyHour),
                MaintenanceDocument.read(root, categories),
                member(root, "activityRules", RulesDocument::activities, ActivityRules.DEFAULT),
                member(root, "detection", DetectionDocument::read, DetectionRules.DEFAULT),
                RulesDocument.figures(root),
                member(root, "evidence", SettingsDocument::evidence, Rules.EvidenceLimits.DEFAULT));
    }

    /**
     * Writes a roster, so that {@link #read} gives an equal one.
     *
     * @param roster the roster
     * @return its document, every default written out
     */
    public static Json write(Roster roster) {
        DocumentMembers members = new DocumentMembers()
                .put("position", PositionDocument.write(roster.position()))
                .put("slotPlan", SlotPlanDocument.write(roster.slotPlan()))
                .list("duties", roster.duties().values(), DutyDocument::write)
                .put("roles", DocumentMembers.object(roster.roles(), DocumentMembers::texts))
                .texts("departments", roster.departments())
                .map("departmentParents", roster.departmentParents(), Json::of)
                .texts("externalParties", roster.externalParties())
                .put("baselines", RulesDocument.write(roster.baselines()))
                .put("sla", RulesDocument.write(roster.sla()))
                .put("calendar", CalendarDocument.write(roster.calendar()))
                .put("activityRules", RulesDocument.write(roster.activities()))
                .put("detection", DetectionDocument.write(roster.rules().detection()))
                .list("limits", roster.limits(), SettingsDocument::write)
                .put("confidentiality", SettingsDocument.write(roster.confidentiality()))
                .put("evidence", SettingsDocument.write(roster.evidence()));
        ChannelsDocument.write(roster.channels(), members);
        MaintenanceDocument.write(roster.maintenance(), members);
        RulesDocument.write(roster.figures(), members);
        return members.build();
    }
}

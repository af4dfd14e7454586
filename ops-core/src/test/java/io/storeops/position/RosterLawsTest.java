package io.storeops.position;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.StoreFixture;
import io.storeops.authority.Bound;
import io.storeops.authority.Confidentiality;
import io.storeops.authority.DataClass;
import io.storeops.authority.Limit;
import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.calendar.SlotPlan;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.json.Json;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RosterLawsTest {
    private static final List<String> TEXTS = List.of("a", "网店运营", "\"", "\\", " ", "", "1", "店长(运营主管)");

    @Provide
    Arbitrary<Roster> rosters() {
        return Arbitraries.longs().map(seed -> new Any(new Random(seed)).roster());
    }

    @Property
    void aRosterIsReadAsItIsWritten(@ForAll("rosters") Roster roster) {
        Json document = RosterDocument.write(roster);
        Roster read = RosterDocument.read("roster.json", document, roster.store());
        assertEquals(roster, read);
        assertEquals(document, RosterDocument.write(read));
    }

    @Property
    void aRosterIsKeptWholeInItsTable(@ForAll("rosters") Roster roster) {
        assertEquals(roster, Roster.TABLE.read(Roster.TABLE.write(roster)));
    }

    /** Draws the parts of a roster, each there or not. */
    record Any(Random random) {
        private static final List<String> CATEGORIES = List.of("STOCK", "PRICE");
        private static final List<String> DEPARTMENTS = List.of("QC", "CRM", "CODE", "DESIGN");
        private static final List<String> CHANNELS = List.of("DATA_GROUP", "MAIL", "OA");

        Roster roster() {
            List<Role> roles = roles();
            List<String> departments = some(DEPARTMENTS);
            List<String> channels = some(CHANNELS);
            return new Roster(
                    StoreFixture.STORE,
                    position(roles),
                    slotPlan(),
                    duties(roles, departments, channels.isEmpty() ? CHANNELS : channels),
                    new TreeMap<>(each(roles, role -> Set.copyOf(some(Right.known())))),
                    new LinkedHashSet<>(departments),
                    new TreeMap<>(superiors(departments)),
                    new LinkedHashSet<>(some(List.of("X-PLAT", "平台"))),
                    channels(channels),
                    new AnyRules(this).rules(roles, CATEGORIES),
                    some(List.of("a", "b", "店")).stream().map(this::limit).toList(),
                    Confidentiality.of(each(
                            some(List.of(DataClass.values())),
                            data -> new Confidentiality.Rule(Set.copyOf(some(channels)), Set.copyOf(some(roles))))));
        }

        private Channels channels(List<String> names) {
            List<String> named = some(names.isEmpty() ? CHANNELS : names);
            return new Channels(
                    new TreeMap<>(each(names, name -> "wechat" + random.nextInt(3))),
                    new TreeMap<>(each(named, name -> List.of(name.equals("OA") ? "MAIL" : "OA")).entrySet().stream()
                            .filter(entry -> names.isEmpty() || names.containsAll(entry.getValue()))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))),
                    named.isEmpty()
                            ? Optional.empty()
                            : maybe(new Channels.Notices(named, oneOf(List.of(Channels.Mode.values())))));
        }

        private List<Role> roles() {
            List<Role> roles = new ArrayList<>(List.of(RosterFixture.OPERATOR, Role.of("ROTATION_DATA")));
            some(List.of("STORE_MANAGER", "店长", "ROTATION_CODE")).forEach(name -> roles.add(Role.of(name)));
            return roles;
        }

        private PositionDescription position(List<Role> roles) {
            Map<Role, Role> lines = superiors(roles);
            Role own = roles.get(random.nextInt(roles.size()));
            Optional<Role> superior = Optional.ofNullable(lines.remove(own));
            return new PositionDescription(
                    "v" + random.nextInt(99),
                    random.nextBoolean()
                            ? Bound.on(LocalDate.ofEpochDay(random.nextInt(40_000)))
                            : Bound.at(Instant.ofEpochSecond(random.nextInt(2_000_000_000))),
                    new PositionDescription.Identification(
                            text(),
                            text(),
                            text(),
                            text(),
                            text(),
                            text(),
                            text(),
                            text(),
                            maybe((long) random.nextInt(9)),
                            maybe(oneOf(List.of(PositionDescription.PositionClass.values())))),
                    new PositionDescription.Purpose(text(), text()),
                    new PositionDescription.SignOff(text(), text(), text()),
                    new PositionDescription.ReportingLines(own, superior, new TreeMap<>(lines)),
                    new PositionDescription.Relations(some(TEXTS), some(TEXTS)),
                    new PositionDescription.Career(some(roles), some(List.of("DATA"))),
                    new PositionDescription.Environment(text(), text(), text(), text(), some(TEXTS)),
                    Json.object(each(some(TEXTS), name -> random.nextBoolean() ? Json.ofNull() : Json.of(name))));
        }

        private SlotPlan slotPlan() {
            TreeSet<Integer> minutes = new TreeSet<>();
            IntStream.rangeClosed(0, random.nextInt(30)).forEach(i -> minutes.add(1 + random.nextInt(24 * 60 - 1)));
            Duration collectBy = duration();
            return new SlotPlan(
                    minutes.stream().map(LocalTime.MIDNIGHT::plusMinutes).toList(),
                    duration(),
                    collectBy,
                    collectBy.plus(duration()),
                    time());
        }

        private Map<String, Duty> duties(List<Role> roles, List<String> departments, List<String> channels) {
            Map<String, Duty> duties = new LinkedHashMap<>();
            for (String id : some(List.of("1.1", "1.2", "1.10", "2.1", "3.99", "5.1"))) {
                duties.put(
                        id,
                        new Duty(
                                id,
                                id.charAt(0) - '0',
                                oneOf(TEXTS),
                                oneOf(TEXTS),
                                cadence(),
                                oneOf(List.of(Duty.Urgency.values())),
                                needs(channels),
                                oneOf(Right.known()),
                                some(List.of("K1.1", "K5.2", "T")),
                                content(),
                                new Duty.Parties(
                                        some(departments),
                                        some(departments),
                                        some(departments),
                                        maybe(oneOf(roles)),
                                        maybe(oneOf(roles)))));
            }
            return duties;
        }

        private Duty.Content content() {
            List<String> words = List.of("A", "B_2", "CC");
            return new Duty.Content(
                    some(words),
                    CATEGORIES,
                    some(words),
                    new TreeMap<>(each(
                            some(List.of(ActivityRules.Kind.values())),
                            kind -> new Duty.Checklist(some(words), some(words), some(words)))),
                    some(words));
        }

        private List<EvidenceNeed> needs(List<String> channels) {
            List<EvidenceNeed> needs = new ArrayList<>(List.of(new EvidenceNeed(Duty.SLOT_DATA, Set.of())));
            some(channels).forEach(channel -> needs.add(new EvidenceNeed(Duty.CHANNEL_RECEIPT, Set.of(channel))));
            needs.add(new EvidenceNeed("FEEDBACK", Set.copyOf(some(List.of("ORAL", "REPORT")))));
            return needs;
        }

        private Cadence cadence() {
            LocalTime one = time();
            LocalTime two = time();
            return oneOf(List.of(
                    new Cadence.EachBoundary(maybe(duration())),
                    one.isBefore(two) ? new Cadence.Daily(one, two) : new Cadence.Daily(two, one),
                    new Cadence.DailySweepAndEvent(one),
                    new Cadence.Event(),
                    new Cadence.OnInstruction(),
                    new Cadence.PerActivity(),
                    new Cadence.Weekly(oneOf(List.of(DayOfWeek.values())), one),
                    new Cadence.PerTask(two)));
        }

        private Limit limit(String name) {
            return new Limit(name, "CORRECT", Set.copyOf(some(List.of(Limit.Per.values()))), 1 + random.nextInt(9));
        }

        BigDecimal decimal() {
            return BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(7));
        }

        Duration duration() {
            return Duration.ofSeconds(random.nextInt(200_000));
        }

        LocalTime time() {
            return LocalTime.ofSecondOfDay(random.nextInt(24 * 60 * 60));
        }

        private Optional<String> text() {
            return maybe(oneOf(TEXTS));
        }

        /** Lines without a circle: each may only have one of those before it above. */
        private <T> Map<T, T> superiors(List<T> all) {
            Map<T, T> lines = new LinkedHashMap<>();
            for (int i = 1; i < all.size(); i++) {
                if (random.nextBoolean()) {
                    lines.put(all.get(i), all.get(random.nextInt(i)));
                }
            }
            return lines;
        }

        <T> Optional<T> maybe(T value) {
            return random.nextBoolean() ? Optional.of(value) : Optional.empty();
        }

        <T> T oneOf(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        <T> List<T> some(Collection<T> all) {
            List<T> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, random);
            return List.copyOf(shuffled.subList(0, random.nextInt(shuffled.size() + 1)));
        }

        static <K, V> Map<K, V> each(List<K> keys, Function<K, V> value) {
            Map<K, V> map = new LinkedHashMap<>();
            keys.forEach(key -> map.put(key, value.apply(key)));
            return map;
        }
    }
}

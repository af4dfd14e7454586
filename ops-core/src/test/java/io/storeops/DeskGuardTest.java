package io.storeops;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.STRANGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.storeops.act.EntryPoint;
import io.storeops.authority.Assignment;
import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.calendar.SlotPlan;
import io.storeops.catalog.Store;
import io.storeops.enrolment.Enrolment;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.AuditRecord;
import io.storeops.failure.DeniedException;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.position.Roster;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every public method of a desk and of the duties it hands out, called by somebody who may do nothing in the store. */
class DeskGuardTest {
    /** They touch no store: one names the person, the other gives the same desk under a command id. */
    private static final Set<String> WITHOUT_STORE = Set.of("Desk.actor", "Desk.under");

    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    private static final ActorId LEFT = ActorId.of("op-0");
    private static final ActorId ELSEWHERE = ActorId.of("op-2");
    private static final StoreId OTHER = StoreId.of("S2");

    private final StoreFixture shop = StoreFixture.openWithItemAndRival();
    private final SampleValues samples = new SampleValues(shop);
    private final Roster roster =
            shop.rosterFrom(SINCE, "1", SlotPlan.ofHours(9, 21).boundaries());
    private final Set<String> hit = new TreeSet<>();

    @BeforeEach
    void somethingIsThereToBeSeen() {
        Enrolment here = shop.enrolment(roster);
        shop.ops.enrol(new Enrolment(
                new Store(OTHER, "Other", here.store().zone(), here.store().currency()),
                List.of(),
                List.of(),
                List.of(new Assignment(OTHER, ELSEWHERE, Role.OPERATOR, SINCE, Optional.empty(), Optional.empty())),
                List.of(),
                List.of(),
                RosterDraft.usual(SINCE).read(OTHER)));
        shop.assign(new Assignment(STORE, LEFT, Role.OPERATOR, SINCE, Optional.of(DAY.minusDays(1)), Optional.empty()));
        shop.collect(1, 100, 10, 1);
        shop.releaseWithGaps(1);
    }

    @Test
    void deniesEverythingToAStranger() {
        everythingIsDeniedTo(STRANGER);
    }

    @Test
    void deniesEverythingToWhoeverLeft() {
        everythingIsDeniedTo(LEFT);
    }

    @Test
    void deniesEverythingToWhoeverWorksInAnotherStore() {
        everythingIsDeniedTo(ELSEWHERE);
    }

    private void everythingIsDeniedTo(ActorId actor) {
        visit(actor, shop.ops.deskOf(actor));
        ModuleServices.of(shop.ops.deskOf(actor).acts()).forEach(service -> visit(actor, service));
        Set<String> declared = StoreFixture.entryPoints().stream()
                .filter(entry -> entry.kind() == EntryPoint.Kind.ACT || entry.kind() == EntryPoint.Kind.LOOK)
                .map(EntryPoint::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(declared, hit, "the entry points that are declared, and those that the desk leads to");
    }

    private void visit(ActorId actor, Object duty) {
        List<Method> methods = Arrays.stream(duty.getClass().getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !WITHOUT_STORE.contains(name(method)))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
        assertTrue(!methods.isEmpty(), duty.getClass() + " has no public method");
        methods.forEach(method -> visit(actor, duty, method));
    }

    private void visit(ActorId actor, Object duty, Method method) {
        Object[] arguments = Arrays.stream(method.getGenericParameterTypes())
                .map(type -> samples.of(type, name(method)))
                .toArray();
        Map<String, List<?>> before = rows();
        List<AuditEntry> trail = shop.trail();
        int sent = shop.channel.attempts().size();
        try {
            Object answer = method.invoke(duty, arguments);
            if (!isDuty(answer)) {
                fail(name(method) + " reached no entry point: it gave " + actor + " the answer " + answer);
            }
            visit(actor, answer);
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof DeniedException denied)) {
                throw new AssertionError(name(method) + " reached no entry point", e.getCause());
            }
            AuditRecord record = lineAfter(trail);
            assertDenied(actor, denied, record);
            assertEquals(before, rows(), name(method) + " changed a table");
            assertEquals(sent, shop.channel.attempts().size(), name(method) + " sent something");
            hit.add(record.act());
        } catch (IllegalAccessException e) {
            throw new AssertionError(name(method), e);
        }
    }

    /** What a duty gives back are values: records, enums and what Java has. A class with behaviour is a further duty. */
    private static boolean isDuty(Object answer) {
        return answer != null
                && answer.getClass().getName().startsWith("io.storeops.")
                && !answer.getClass().isRecord()
                && !answer.getClass().isEnum();
    }

    private void assertDenied(ActorId actor, DeniedException denied, AuditRecord record) {
        EntryPoint entry = StoreFixture.entryPoints().stream()
                .filter(point -> point.name().equals(record.act()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(record.act() + " is no entry point"));
        Right missing = entry.anyOf().get(0);
        List<ActorId> holders = Stream.of(MANAGER, OPERATOR)
                .filter(person -> roster.roles()
                        .get(Role.of(person.equals(OPERATOR) ? "OPERATOR" : "STORE_MANAGER"))
                        .contains(missing))
                .toList();
        assertEquals(
                actor + " may not " + entry.name() + " in store S1: the right " + missing + " is missing. "
                        + (holders.isEmpty() ? "Nobody holds it now" : "It is held by " + holders),
                denied.getMessage());
        assertEquals(actor, denied.actor());
        assertEquals(STORE, denied.store());
        assertEquals(missing.toString(), denied.code());
        assertEquals(holders, denied.holders());
        assertEquals(AuditRecord.Outcome.DENIED, record.outcome());
        assertEquals(actor, record.actor());
        assertEquals(missing.toString(), record.right());
    }

    private AuditRecord lineAfter(List<AuditEntry> before) {
        List<AuditEntry> now = shop.trail();
        assertEquals(before.size() + 1, now.size(), "lines of the trail");
        assertEquals(before, now.subList(0, before.size()));
        return now.get(before.size()).record();
    }

    /** Everything that the storage holds of both stores, but for the trail. */
    private Map<String, List<?>> rows() {
        Map<String, List<?>> rows = new LinkedHashMap<>();
        for (Table<?> table : StoreFixture.tables()) {
            if (!table.equals(AuditEntry.TABLE)) {
                rows.put(
                        table.name(),
                        Stream.of(STORE, OTHER).map(store -> all(table, store)).toList());
            }
        }
        return rows;
    }

    private <R> List<Versioned<R>> all(Table<R> table, StoreId store) {
        return shop.storage.select(Query.of(table, store)).items();
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}

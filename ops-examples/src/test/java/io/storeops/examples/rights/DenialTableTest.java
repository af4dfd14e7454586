package io.storeops.examples.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.storeops.StoreFixture;
import io.storeops.StoreOps;
import io.storeops.act.Acts;
import io.storeops.act.Caller;
import io.storeops.act.Commits;
import io.storeops.act.Effects;
import io.storeops.act.EntryPoint;
import io.storeops.act.Stated;
import io.storeops.authority.Assignment;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.calendar.SettableClock;
import io.storeops.catalog.Store;
import io.storeops.enrolment.Enrolment;
import io.storeops.failure.DeniedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.position.RosterDocument;
import io.storeops.spi.JsonCodec;
import io.storeops.storage.MemoryStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every role of scenario A's roster at every entry point, and with every right, beside what the roster's text says. The tables
 * are written to {@code target/denials} for people to read.
 */
class DenialTableTest {
    private static final StoreId STORE = StoreId.of("S1");
    private static final Instant NOON = Instant.parse("2024-06-16T04:00:00Z");

    private static Json.Obj roster() {
        Path file = Path.of(System.getProperty("storeops.shared"), "scenario-a", "roster.json");
        assumeTrue(Files.exists(file), "There is no " + file + "; -Dstoreops.shared names another place");
        return (Json.Obj) JsonCodec.read(file);
    }

    @Test
    void everyRoleMayWhatTheRosterSaysAndNothingElse() throws IOException {
        compare("scenario-a", roster());
    }

    @Test
    void everyRoleSeesWhatConfidentialitySaysAndNothingElse() throws IOException {
        Map<String, Json> members = new TreeMap<>(roster().members());
        members.put("confidentiality", JsonCodec.parse("confidentiality", """
                        { "SALES": { "channels": ["DATA_GROUP"], "roles": ["OPERATOR", "STORE_MANAGER", "ROTATION_DATA"] },
                          "COMPETITOR": { "channels": [], "roles": ["OPERATOR", "INDIRECT_SUPERIOR"] },
                          "OPERATIONS": { "channels": ["WORK_GROUP"], "roles": ["OPERATOR", "STORE_MANAGER", "DEPARTMENT"] } }"""));
        Json.Obj document = Json.object(members);
        compare("with-confidentiality", document);
    }

    private static void compare(String name, Json.Obj document) throws IOException {
        Text text = new Text(document);
        Library library = Library.of(document, text.roles());
        List<EntryPoint> entries = StoreFixture.entryPoints().stream()
                .filter(entry -> entry.kind() == EntryPoint.Kind.ACT || entry.kind() == EntryPoint.Kind.LOOK)
                .toList();
        List<EntryPoint> rights = Right.known().stream()
                .map(right -> EntryPoint.look(right.toString(), List.of(right)))
                .toList();
        List<String> page = new ArrayList<>(List.of("# Who may do what: " + name, ""));
        page.addAll(compare(text, library, "entry point", entries));
        page.add("");
        page.addAll(compare(text, library, "right", rights));
        Path folder = Files.createDirectories(Path.of("target", "denials"));
        Files.writeString(folder.resolve(name + ".md"), String.join("\n", page) + "\n");
    }

    private static List<String> compare(Text text, Library library, String what, List<EntryPoint> entries) {
        List<String> roles = List.copyOf(text.roles());
        List<String> page = new ArrayList<>();
        page.add("| " + what + ", the missing right where it is closed | " + String.join(" | ", roles) + " |");
        page.add("|---".repeat(roles.size() + 1) + "|");
        for (EntryPoint entry : entries) {
            List<String> expected =
                    roles.stream().map(role -> text.answer(role, entry)).toList();
            List<String> found =
                    roles.stream().map(role -> library.answer(role, entry)).toList();
            assertEquals(expected, found, entry + " for " + roles);
            // Who holds a right stands in its own column already.
            page.add("| " + entry.name() + " | " + String.join(" | ", found).replaceAll(" missing: \\[[^]]*]", "")
                    + " |");
        }
        return page;
    }

    /** What the text of a roster says, without any of the library's rules. */
    private record Text(Json.Obj document) {
        Set<String> roles() {
            return new TreeSet<>(
                    ((Json.Obj) member(document, "roles")).members().keySet());
        }

        String answer(String role, EntryPoint entry) {
            List<String> rights = entry.anyOf().stream().map(Right::toString).toList();
            if (rights.stream().noneMatch(right -> gives(role, right))) {
                return rights.get(0) + " missing: "
                        + roles().stream()
                                .filter(other -> gives(other, rights.get(0)))
                                .toList();
            }
            for (DataClass data : entry.shows()) {
                if (!sees(role, data.name())) {
                    return "READ:" + data + " missing: "
                            + roles().stream()
                                    .filter(other -> sees(other, data.name()))
                                    .toList();
                }
            }
            return "yes";
        }

        private boolean gives(String role, String right) {
            return texts(member(member(document, "roles"), role)).contains(right);
        }

        /** Where a roster says nothing of confidentiality, every role sees every class. */
        private boolean sees(String role, String data) {
            Json rules = document.members().get("confidentiality");
            if (rules == null) {
                return true;
            }
            Json rule = ((Json.Obj) rules).members().get(data);
            return rule != null && texts(member(rule, "roles")).contains(role);
        }

        private static Json member(Json of, String name) {
            return Optional.ofNullable(((Json.Obj) of).members().get(name)).orElseThrow();
        }

        private static List<String> texts(Json array) {
            return ((Json.Arr) array)
                    .elements().stream().map(text -> ((Json.Text) text).value()).toList();
        }
    }

    /** A store under the roster, with one person for each role. */
    private record Library(Acts acts, List<Integer> commands) {
        static Library of(Json document, Set<String> roles) {
            SettableClock clock = SettableClock.at(NOON);
            MemoryStorage storage = MemoryStorage.empty(clock);
            StoreOps ops = StoreOps.builder().storage(storage).clock(clock).build();
            ops.enrol(new Enrolment(
                    new Store(STORE, "Shop", ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY")),
                    List.of(),
                    List.of(),
                    roles.stream().map(Library::worker).toList(),
                    List.of(),
                    List.of(),
                    RosterDocument.read("roster.json", document, STORE)));
            return new Library(
                    new Acts(
                            new Commits(storage, clock, () -> "salt"),
                            storage,
                            clock,
                            new Effects(List.of(), module -> List.of()),
                            store -> Stated.NOTHING),
                    new ArrayList<>());
        }

        private static Assignment worker(String role) {
            LocalDate since = LocalDate.of(2024, 6, 16);
            return new Assignment(STORE, ActorId.of(role), Role.of(role), since, Optional.empty(), Optional.empty());
        }

        String answer(String role, EntryPoint entry) {
            commands.add(commands.size());
            Caller caller = new Caller(ActorId.of(role), CommandId.of("c-" + commands.size()));
            try {
                return acts.look(caller, STORE, entry, context -> "yes");
            } catch (DeniedException e) {
                return e.code() + " missing: " + e.holders();
            }
        }
    }
}

package io.storeops.adapter.jdbc.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the expected URLs have paths of Unix")
public class H2UrlTest {
    private static final Path DIRECTORY = Path.of("/srv/店铺");

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:mem:store, jdbc:h2:mem:store",
        "jdbc:h2:mem:store;db_close_delay=-1, jdbc:h2:mem:store;DB_CLOSE_DELAY=-1",
        "jdbc:h2:store, jdbc:h2:async:/srv/店铺/store;WRITE_DELAY=0",
        "jdbc:h2:./data/store, jdbc:h2:async:/srv/店铺/data/store;WRITE_DELAY=0",
        "jdbc:h2:file:store, jdbc:h2:async:/srv/店铺/store;WRITE_DELAY=0",
        "jdbc:h2:file:../x/store, jdbc:h2:async:/srv/x/store;WRITE_DELAY=0",
        "jdbc:h2:file:/var/lib/store;IFEXISTS=true, jdbc:h2:async:/var/lib/store;IFEXISTS=TRUE;WRITE_DELAY=0",
        "jdbc:h2:store;WRITE_DELAY=200;LOCK_TIMEOUT=5000, jdbc:h2:async:/srv/店铺/store;WRITE_DELAY=200;LOCK_TIMEOUT=5000"
    })
    void composesWhatTheDriverGets(String configured, String expected) {
        assertEquals(expected, H2Url.parse(configured, DIRECTORY).text());
    }

    public static Stream<String> hostileUrls() {
        List<String> urls = new ArrayList<>();
        String code = "CREATE ALIAS X AS $$void x() throws Exception{Runtime.getRuntime().exec(\"id\")\\;}$$";
        for (String name : List.of(
                "INIT",
                "RUNSCRIPT",
                "TRACE_LEVEL_FILE",
                "TRACE_LEVEL_SYSTEM_OUT",
                "TRACE_MAX_FILE_SIZE",
                "AUTO_SERVER",
                "AUTO_SERVER_PORT",
                "CIPHER",
                "USER",
                "PASSWORD",
                "ACCESS_MODE_DATA",
                "DATABASE_EVENT_LISTENER",
                "JAVA_OBJECT_SERIALIZER",
                "AUTHENTICATOR",
                "AUTHREALM",
                "FORBID_CREATION",
                "MODE",
                "COLLATION",
                "IGNORE_UNKNOWN_SETTINGS",
                "NETWORK_TIMEOUT",
                "OLD_INFORMATION_SCHEMA",
                "FILE_LOCK",
                "PAGE_SIZE",
                "SCHEMA")) {
            for (String base : List.of("jdbc:h2:mem:x", "jdbc:h2:file:./x", "jdbc:h2:x;DB_CLOSE_DELAY=-1")) {
                urls.add(base + ";" + name + "=1");
                urls.add(base + ";" + name.toLowerCase(Locale.ROOT) + "=" + code);
            }
        }
        for (String parameters : List.of(
                ";",
                ";;INIT=1",
                "; INIT=1",
                ";INIT =1",
                ";%49NIT=1",
                ";\\INIT=1",
                ";INIT\\=1",
                ";\u0130NIT=1",
                ";\u0131nit=1",
                ";INIT",
                ";=1",
                ";DB_CLOSE_DELAY",
                ";DB_CLOSE_DELAY=",
                ";DB_CLOSE_DELAY=-2",
                ";DB_CLOSE_DELAY=1\\;INIT=1",
                ";DB_CLOSE_DELAY=-1;DB_CLOSE_DELAY=-1",
                ";DB_CLOSE_DELAY=1&INIT=1",
                ";DB_CLOSE_DELAY=1?INIT=1",
                ";DB_CLOSE_DELAY=1\nINIT=1",
                ";DB_CLOSE_DELAY=1#INIT=1",
                ";LOCK_TIMEOUT=99999999999",
                "?INIT=1",
                "&INIT=1",
                "#INIT=1",
                "%3BINIT=1",
                "\\;INIT=1",
                "\u0000",
                "\n;INIT=1",
                ";IFEXISTS=MAYBE",
                "\uFF1BINIT=1")) {
            urls.add("jdbc:h2:mem:x" + parameters);
            urls.add("jdbc:h2:./x" + parameters);
        }
        urls.addAll(List.of(
                "",
                "jdbc:",
                "jdbc:h2",
                "jdbc:h2:",
                "jdbc:h2:mem:",
                "jdbc:h2:file:",
                "JDBC:H2:mem:x",
                " jdbc:h2:mem:x",
                "jdbc:h2:MEM:x",
                "jdbc:h2:tcp://localhost/x",
                "jdbc:h2:ssl://localhost/x",
                "jdbc:h2:zip:./x.zip!/x",
                "jdbc:h2:nio:./x",
                "jdbc:h2:nioMapped:./x",
                "jdbc:h2:async:x",
                "jdbc:h2:memFS:x",
                "jdbc:h2:memLZF:x",
                "jdbc:h2:nioMemFS:x",
                "jdbc:h2:split:./x",
                "jdbc:h2:classpath:x",
                "jdbc:h2:cache:x",
                "jdbc:h2:retry:x",
                "jdbc:h2:rec:x",
                "jdbc:h2:file:zip:./x.zip!/x",
                "jdbc:h2:file:tcp:x",
                "jdbc:h2:~/x",
                "jdbc:h2:file:~/x",
                "jdbc:h2://evil/share/x",
                "jdbc:h2:\\\\evil\\share\\x",
                "jdbc:h2:file:\\\\evil\\share\\x",
                "jdbc:h2:mem:../x",
                "jdbc:h2:mem:x/y",
                "jdbc:h2:http://evil/x",
                "jdbc:h2:${user.home}/x",
                "jdbc:h2:`id`",
                "jdbc:postgresql://u:hunter2@db/x?socketFactory=evil",
                "jdbc:mysql://db/x?autoDeserialize=true",
                "jdbc:mariadb://db/x",
                "jdbc:hsqldb:mem:x",
                "jdbc:derby:memory:x;create=true",
                "jdbc:sqlite:x",
                "jdbc:oracle:thin:@db",
                "http://evil",
                "rmi://evil/x",
                "ldap://evil/x"));
        return urls.stream();
    }

    @ParameterizedTest
    @MethodSource("hostileUrls")
    void refusesEveryHostileForm(String url) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> H2Url.parse(url, DIRECTORY));

        assertFalse(refused.getMessage().contains("hunter2"), refused.getMessage());
    }

    @Test
    void saysWhichParametersAreAllowed() {
        assertEquals(
                "The url of the database must not have the parameter 'init' with this value. Allowed:"
                        + " CACHE_SIZE=[0-9]{1,9}, DB_CLOSE_DELAY=-1|[0-9]{1,9}, DB_CLOSE_ON_EXIT=TRUE|FALSE,"
                        + " IFEXISTS=TRUE|FALSE, LOCK_TIMEOUT=[0-9]{1,9}, WRITE_DELAY=[0-9]{1,9}",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> H2Url.parse("jdbc:h2:mem:x;init=CREATE ALIAS", DIRECTORY))
                        .getMessage());
    }

    @Test
    void refusesADirectoryThatWouldBecomeAParameter() {
        assertThrows(
                IllegalArgumentException.class, () -> H2Url.parse("jdbc:h2:store", Path.of("/srv/x;INIT=RUNSCRIPT")));
    }
}

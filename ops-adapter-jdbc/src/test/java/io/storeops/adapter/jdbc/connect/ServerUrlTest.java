package io.storeops.adapter.jdbc.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

public class ServerUrlTest {
    private static final Path DIRECTORY = Path.of("/srv");

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/ops, jdbc:postgresql://db/ops",
        "jdbc:postgresql://db.example.com:5433/ops_1, jdbc:postgresql://db.example.com:5433/ops_1",
        "jdbc:postgresql://[::1]:5432/ops, jdbc:postgresql://[::1]:5432/ops",
        "jdbc:postgresql://db/ops?sslmode=verify-full&connectTimeout=10, jdbc:postgresql://db/ops?sslmode=verify-full&connectTimeout=10",
        "jdbc:postgresql://db/ops?currentSchema=erp&ApplicationName=store-ops, jdbc:postgresql://db/ops?currentSchema=erp&ApplicationName=store-ops",
        "jdbc:postgresql://db:6432/ops?prepareThreshold=0, jdbc:postgresql://db:6432/ops?prepareThreshold=0",
        "jdbc:mariadb://10.0.0.7:3306/ops, jdbc:mariadb://10.0.0.7:3306/ops?allowLocalInfile=false",
        "jdbc:mariadb://db/ops?sslMode=verify-full, jdbc:mariadb://db/ops?sslMode=verify-full&allowLocalInfile=false",
        "jdbc:mysql://db/ops?sslMode=REQUIRED, jdbc:mysql://db/ops?sslMode=REQUIRED&allowLoadLocalInfile=false&allowUrlInLocalInfile=false&autoDeserialize=false"
    })
    void composesWhatTheDriverGetsWithTheDangerousSwitchedOff(String configured, String expected) {
        assertEquals(expected, DatabaseUrl.parse(configured, DIRECTORY).text());
    }

    private static final List<String> BASES =
            List.of("jdbc:postgresql://db/x", "jdbc:mariadb://db/x", "jdbc:mysql://db:3306/x");

    /** Parameters by which one of the three drivers loads classes, reads or writes files, or runs SQL. */
    private static final List<String> PARAMETERS = List.of(
            "socketFactory=org.springframework.context.support.ClassPathXmlApplicationContext",
            "socketFactoryArg=http://evil/x.xml",
            "sslfactory=evil.Factory",
            "sslfactoryarg=x",
            "sslhostnameverifier=evil.Verifier",
            "sslpasswordcallback=evil.Callback",
            "authenticationPluginClassName=evil.Plugin",
            "xmlFactoryFactory=evil.Xml",
            "jaasApplicationName=x",
            "loggerLevel=TRACE",
            "loggerFile=../webapps/shell.jsp",
            "sslkey=/etc/passwd",
            "sslcert=/etc/passwd",
            "sslrootcert=/etc/passwd",
            "service=x",
            "options=-c%20search_path=evil",
            "localSocketAddress=evil",
            "replication=database",
            "allowLoadLocalInfile=true",
            "allowUrlInLocalInfile=true",
            "allowLocalInfile=true",
            "autoDeserialize=true",
            "queryInterceptors=com.mysql.cj.jdbc.interceptors.ServerStatusDiffInterceptor",
            "statementInterceptors=x",
            "detectCustomCollations=true",
            "exceptionInterceptors=evil.X",
            "connectionLifecycleInterceptors=evil.X",
            "propertiesTransform=evil.X",
            "loadBalanceStrategy=evil.X",
            "serverConfigCacheFactory=evil.X",
            "clientInfoProvider=evil.X",
            "authenticationPlugins=evil.X",
            "allowMultiQueries=true",
            "sessionVariables=sql_mode=''",
            "initSQL=drop",
            "credentialType=evil",
            "keyStore=/etc/passwd",
            "trustCertificateKeyStoreUrl=http://evil",
            "pool=true",
            "user=dbowner",
            "password=hunter2");

    public static Stream<String> hostileUrls() {
        List<String> urls = new ArrayList<>();
        for (String base : BASES) {
            for (String parameter : PARAMETERS) {
                urls.add(base + "?" + parameter);
                urls.add(base + "?tcpKeepAlive=true&" + parameter.toUpperCase(Locale.ROOT));
            }
            for (String form : List.of(
                    "?",
                    "&",
                    "#",
                    ";",
                    "?&",
                    "??tcpKeepAlive=true",
                    "?tcpKeepAlive",
                    "?tcpKeepAlive=",
                    "?=true",
                    "?tcpKeepAlive=yes",
                    "?TCPKEEPALIVE=true",
                    "?tcpKeepAlive=true&tcpKeepAlive=true",
                    "?tcpKeepAlive=true;autoDeserialize=true",
                    "?tcpKeepAlive=true#&autoDeserialize=true",
                    "?tcpKeepAlive=true%26autoDeserialize=true",
                    "?%61utoDeserialize=true",
                    "&autoDeserialize=true",
                    ";autoDeserialize=true",
                    "#?autoDeserialize=true",
                    "%3FautoDeserialize=true",
                    "?tcpKeepAlive=true\n&autoDeserialize=true",
                    "?tcpKeepAlive=true &autoDeserialize=true",
                    "?connectTimeout=99999999",
                    "?connectTimeout=-1",
                    "\u0000",
                    "/y",
                    "?sslmode=evil",
                    "?sslMode=evil",
                    "\uFF1FautoDeserialize=true")) {
                urls.add(base + form);
            }
        }
        for (String scheme : List.of("jdbc:postgresql:", "jdbc:mariadb:", "jdbc:mysql:")) {
            for (String place : List.of(
                    "",
                    "//",
                    "///",
                    "x",
                    "//db",
                    "//db/",
                    "//db:0/x",
                    "//db:65536/x",
                    "//db:99999/x",
                    "//db:/x",
                    "//dbowner:hunter2@db/x",
                    "//dbowner@db/x",
                    "//a,b/x",
                    "//db/x,y",
                    "//(host=db,port=1)/x",
                    "//address=(host=db)/x",
                    "//db:3306,evil:1/x",
                    "//-db/x",
                    "//db/../x",
                    "//db/%2e",
                    "// db/x",
                    "//db/x y",
                    "replication://db/x",
                    "loadbalance://db/x",
                    "sequential://db/x",
                    "//[::1/x",
                    "//\u0131/x")) {
                urls.add(scheme + place);
            }
        }
        urls.addAll(List.of(
                "JDBC:POSTGRESQL://db/x",
                "jdbc:PostgreSQL://db/x",
                "jdbc:mysql+srv://db/x",
                "jdbc:aws-wrapper:postgresql://db/x",
                "jdbc:pgsql://db/x",
                " jdbc:mariadb://db/x",
                "jdbc:log4jdbc:mysql://db/x",
                "jdbc:oracle:thin:@db",
                "jdbc:sqlite:x"));
        return urls.stream();
    }

    @ParameterizedTest
    @MethodSource("hostileUrls")
    void refusesEveryHostileFormWithoutShowingASecret(String url) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> DatabaseUrl.parse(url, DIRECTORY));

        assertFalse(refused.getMessage().contains("hunter2"), refused.getMessage());
        assertFalse(refused.getMessage().contains("dbowner"), refused.getMessage());
    }

    @Test
    void atLeastTwoHundredAreRefused() {
        assertTrue(hostileUrls().distinct().count() >= 200);
    }

    @Test
    void saysWhichFormIsExpectedAndWhatIsAllowed() {
        assertEquals(
                "The url of the database must begin with one of jdbc:h2:, jdbc:postgresql://, jdbc:mariadb://,"
                        + " jdbc:mysql:// in lower case. For another database pass its DataSource to JdbcStorage.on",
                refusal("jdbc:oracle:thin:@db"));
        assertEquals(
                "The url of the database must go on with <host>[:<port>]/<database> after jdbc:mariadb://, without"
                        + " user and password, which have settings of their own",
                refusal("jdbc:mariadb://dbowner:hunter2@db/x"));
        assertEquals(
                "The url of the database must not have the parameter 'allowLocalInfile' with this value. Allowed:"
                        + " connectTimeout=[0-9]{1,7}, socketTimeout=[0-9]{1,7},"
                        + " sslMode=disable|trust|verify-ca|verify-full, tcpKeepAlive=true|false",
                refusal("jdbc:mariadb://db/x?allowLocalInfile=true"));
    }

    private static String refusal(String url) {
        return assertThrows(IllegalArgumentException.class, () -> DatabaseUrl.parse(url, DIRECTORY))
                .getMessage();
    }
}

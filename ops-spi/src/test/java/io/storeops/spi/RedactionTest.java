package io.storeops.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.calendar.SettableClock;
import io.storeops.document.DocumentRenderer;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.json.DocumentException;
import io.storeops.storage.MemoryStorage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private static final Instant LATER = Instant.parse("2024-06-16T02:00:00Z");

    private final Adapters adapters = new TalkativeAdapters(MemoryStorage.empty(SettableClock.at(LATER))).adapters();

    private Redaction of(String document) {
        return Redaction.of(JsonCodec.parse("c.json", document), adapters);
    }

    @Test
    void masksASecretAsItIsAndAsItStandsInUrlsAndInJson() {
        Redaction redaction = of("{ \"password\": \"a\\\"b/c d\" }");
        assertEquals("***, ***, ***", redaction.masked("a\"b/c d, a%22b%2Fc+d, a\\\"b/c d"));
    }

    @Test
    void masksASecretThatContainsAnotherAsAWhole() {
        assertEquals(
                "*** ***",
                of("{ \"password\": \"abcd\", \"token\": \"abcdef\" }").masked("abcdef abcd"));
    }

    @Test
    void leavesWhatIsNoSecretAndWhatIsTooShort() {
        Redaction redaction = of("{ \"user\": \"sales\", \"password\": \"sal\" }");
        assertTrue(redaction.isEmpty());
        assertEquals("sales", redaction.masked("sales"));
    }

    @Test
    void masksWhatTheAdapterNamedThereDeclaresAndNoOther() {
        String document = """
                { "storage": { "adapter": "vault", "password": "opensesame", "token": "https://example.org/shop" },
                  "stores": [ { "catalog": "catalog.json",
                                "marketplace": { "adapter": "platform", "token": "abcd1234", "password": "public-1" } } ],
                  "channels": { "token": { "adapter": "robot", "webhookKey": "wxyz9876", "url": "public-2" },
                                "password": { "adapter": "robot", "token": "public-3" } } }""";
        assertEquals(
                "*** https://example.org/shop *** public-1 *** public-2 public-3 catalog.json robot",
                of(document)
                        .masked("opensesame https://example.org/shop abcd1234 public-1 wxyz9876 public-2 public-3"
                                + " catalog.json robot"));
    }

    @Test
    void masksWhatTheAdapterOfEachPartDeclaresAndNoOther() {
        String document = """
                { "stores": [ { "catalog": "catalog.json",
                                "marketplace": { "adapter": "several", "token": "astray-1", "parts": {
                                  "token": { "adapter": "platform", "token": "abcd1234", "password": "public-1" },
                                  "shop": { "adapter": "nobody", "password": "wxyz9876" } } } } ] }""";
        assertEquals(
                "astray-1 *** public-1 *** platform",
                of(document).masked("astray-1 abcd1234 public-1 wxyz9876 platform"));
    }

    @Test
    void masksWhatARendererDeclares() {
        RendererProvider press = new RendererProvider() {
            @Override
            public String name() {
                return "press";
            }

            @Override
            public List<ConfigKey<?>> configKeys() {
                return List.of(ConfigKey.secret("licence", "opens the press"));
            }

            @Override
            public DocumentRenderer create(AdapterConfig config, AdapterContext context) {
                return DocumentRenderer.plainText();
            }
        };
        Redaction redaction = Redaction.of(JsonCodec.parse("c.json", """
                        { "renderer": { "adapter": "press", "licence": "abcd1234", "paper": "public-1" } }"""), Adapters.of(List.of(press)));
        assertEquals("*** public-1", redaction.masked("abcd1234 public-1"));
    }

    @Test
    void masksWhatIsASecretToAnyAdapterWhereTheOneNamedIsNotKnown() {
        String document = """
                { "storage": { "adapter": "vualt", "token": "abcd1234" },
                  "stores": [ { "password": "opensesame", "marketplace": { "token": "efgh5678" } } ],
                  "channels": { "DATA_GROUP": { "adapter": "platform", "token": "ijkl9012" } } }""";
        assertEquals("*** *** *** ***", of(document).masked("abcd1234 opensesame efgh5678 ijkl9012"));
    }

    @Test
    void leavesAFailureWithoutSecretsAlone() {
        AdapterException failure = new AdapterException(FaultKind.TRANSIENT, "reset");
        assertSame(failure, of("{ \"password\": \"abcd\" }").masked(failure));
    }

    @Test
    void keepsKindRetryAndPath() {
        Redaction redaction = of("{ \"password\": \"abcd\" }");
        AdapterException throttled =
                (AdapterException) redaction.masked(new AdapterException(FaultKind.THROTTLED, "abcd", LATER));
        assertEquals(FaultKind.THROTTLED, throttled.kind());
        assertEquals(Optional.of(LATER), throttled.retryAt());
        DocumentException wrong = (DocumentException)
                redaction.masked(new DocumentException("c.json", "$.a", "\"abcd\"", "is not a number (expected 1)"));
        assertEquals("c.json $.a: \"***\" is not a number (expected 1)", wrong.getMessage());
        assertEquals("$.a", wrong.path());
    }

    @Test
    void endsWhereCausesRunInACircle() {
        RuntimeException one = new RuntimeException("abcd");
        RuntimeException two = new RuntimeException("two", one);
        one.initCause(two);
        RuntimeException masked = of("{ \"password\": \"abcd\" }").masked(one);
        assertEquals("java.lang.RuntimeException: ***", masked.getMessage());
        assertEquals(
                "java.lang.RuntimeException: two",
                String.valueOf(masked.getCause().getMessage()));
    }
}

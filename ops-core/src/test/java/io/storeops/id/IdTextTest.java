package io.storeops.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import com.ibm.icu.text.UnicodeSet;
import io.storeops.authority.Role;
import io.storeops.evidence.Target;
import io.storeops.figures.Subject;
import io.storeops.storage.CommitId;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids are told apart by looking at them (D94); the other side of every comparison is ICU4J, with its own copy of Unicode's data. */
@DisplayName("An id")
class IdTextTest {
    private static final UnicodeSet PROFILE =
            new UnicodeSet("[[:Identifier_Status=Allowed:]-[:Default_Ignorable_Code_Point:]]").freeze();
    private static final UnicodeSet ASCII = new UnicodeSet("[\\u0020-\\u007E]").freeze();
    private static final SpoofChecker CHECKER = new SpoofChecker.Builder()
            .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
            .setAllowedChars(new UnicodeSet(PROFILE).addAll(ASCII))
            // Last, since each of the settings before adds checks of its own.
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .build();

    private static boolean taken(String text) {
        try {
            IdText.checked("id", text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u3164", "\u2800", "\uFE0F", "\u034F", "\u115F", "\u1160", "\u17B4", "\u17B5", "\u180B", "\u180E",
                        "\uFFA0",
                "\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\u2066", "\u202E", "\uFEFF", "\u00A0", "\u3000",
                        "\u2028",
                "\uFFFC", "\uE000", "\uD83D", "\t", "\u007F", "\u0085", "\uFF21", "\u0261", "\uFFFF"
            })
    void hasNoInvisibleIgnorableOrCopiedCharacter(String character) {
        for (String text :
                List.of(character, "a" + character, character + "a", "a" + character + "b", "店" + character + "铺")) {
            assertThrows(IllegalArgumentException.class, () -> ActorId.of(text), text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b\u043Eb",
                "\u0430dmin",
                "\u0405TORE",
                "p\u0251ypal",
                "ΑΒC",
                "店\u043E",
                "한あ",
                "ㄅ한",
                "ab/b\u043Eb"
            })
    void mixesNoScripts(String text) {
        assertThrows(IllegalArgumentException.class, () -> StoreId.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "连衣裙-A01",
                "S1",
                "release/2024-06-16#01/v1",
                "张 三",
                "ショップA店",
                "가게-漢字-A",
                "ㄅㄆ店A",
                "магазин-1",
                "κατάστημα",
                "item/магазин",
                "متجر",
                "a@b.example",
                "O'Neil & Söhne (1)",
                "Zoë",
                "カー",
                "々〇"
            })
    void isOfAnyLanguage(String text) {
        assertEquals(text, IdText.checked("id", text));
    }

    @Test
    void isRefusedWithTheCharacterByItsNumber() {
        assertEquals(
                "The actor id 'b\\u3164b' must not contain U+3164 (position 2), which Unicode does not allow in identifiers: it"
                        + " cannot be seen, or looks like another",
                assertThrows(IllegalArgumentException.class, () -> ActorId.of("b\u3164b"))
                        .getMessage());
        assertEquals(
                "The store id 'b\u043Eb' mixes scripts whose letters look alike, with U+043E (position 2). Write it in one"
                        + " script; Latin letters may stand beside Chinese, Japanese or Korean",
                assertThrows(IllegalArgumentException.class, () -> StoreId.of("b\u043Eb"))
                        .getMessage());
        assertEquals(
                "The command id 'a\\u001B[31mb' must not contain U+001B (position 2)",
                assertThrows(IllegalArgumentException.class, () -> CommandId.of("a\u001B[31mb"))
                        .getMessage());
    }

    @Test
    void mayHaveEveryCharacterOfUnicodesProfileAndNoOther() {
        assertEquals("16.0.0.0", UCharacter.getUnicodeVersion().toString());
        for (int c = 0x80; c <= 0xFFFF; c++) {
            assertEquals(PROFILE.contains(c), IdProfile.allows((char) c), Integer.toHexString(c));
        }
    }

    @Test
    void isHighlyRestrictiveInEveryPairOfScriptsAsUnicodeJudgesIt() {
        Map<BitSet, String> samples = new LinkedHashMap<>();
        for (int c = 0x21; c <= 0xFFFF; c++) {
            if (PROFILE.contains(c) || ASCII.contains(c) && c != '/') {
                BitSet scripts = new BitSet();
                UScript.getScriptExtensions(c, scripts);
                samples.putIfAbsent(scripts, Character.toString(c));
            }
        }
        assertTrue(samples.size() > 60, "sets of scripts: " + samples.size());
        for (String one : samples.values()) {
            for (String other : samples.values()) {
                for (String text : List.of(one + other, "a" + one + other, "店" + one + other)) {
                    assertAsUnicode(text);
                }
            }
        }
    }

    @Property
    void isHighlyRestrictiveAsUnicodeJudgesIt(@ForAll("texts") String text) {
        assertAsUnicode(text);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Character> allowed = Arbitraries.of(PROFILE.stream()
                .filter(one -> one.length() == 1)
                .map(one -> one.charAt(0))
                .toList());
        Arbitrary<Character> east = Arbitraries.of('店', 'あ', 'カ', '가', 'ㄅ', 'ー', '々', 'A', 'b', '1', '-', 'о', 'α');
        return Arbitraries.oneOf(allowed, east).list().ofMinSize(1).ofMaxSize(6).map(characters -> {
            StringBuilder text = new StringBuilder();
            characters.forEach(text::append);
            return text.toString();
        });
    }

    private static void assertAsUnicode(String text) {
        if (Normalizer2.getNFCInstance().isNormalized(text)) {
            boolean judged = Stream.of(text.split("/")).noneMatch(part -> CHECKER.failsChecks(part));
            assertEquals(judged, taken(text), () -> numbered(text));
        }
    }

    private static String numbered(String text) {
        return text + text.chars().mapToObj(Integer::toHexString).toList();
    }

    @ParameterizedTest
    @MethodSource("makers")
    void isJudgedByOneRuleWhateverItNames(String what, Function<String, Object> maker) {
        for (String text : List.of("\u3164", "b\u043Eb", "a\u2800", "\uFF21")) {
            assertThrows(IllegalArgumentException.class, () -> maker.apply(text), what);
        }
        assertTrue(maker.apply("连衣裙-A01").toString().contains("连衣裙-A01"), what);
    }

    static Stream<Arguments> makers() {
        Map<String, Function<String, Object>> makers = new LinkedHashMap<>();
        makers.put("store", StoreId::of);
        makers.put("actor", ActorId::of);
        makers.put("command", CommandId::of);
        makers.put("commit", CommitId::of);
        makers.put("role", Role::of);
        makers.put("item", Subject::ofItem);
        makers.put("competitor", Subject::ofCompetitor);
        makers.put("target", id -> Target.of("item", id));
        return makers.entrySet().stream().map(maker -> Arguments.of(maker.getKey(), maker.getValue()));
    }
}

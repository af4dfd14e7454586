package io.storeops.id;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The characters beyond ASCII that an id may have, and in which scripts each is used: what makes the restriction level "highly
 * restrictive" of UTS #39 decidable. Immutable.
 *
 * <p>The ranges are derived from the data files of Unicode 16.0 (IdentifierStatus.txt: Allowed; ScriptExtensions.txt;
 * without Default_Ignorable_Code_Point of DerivedCoreProperties.txt), cut to the basic plane; a test compares every code point with
 * ICU4J. Copyright © 1991-2024 Unicode, Inc., under the Unicode License V3, https://www.unicode.org/license.txt.
 */
final class IdProfile {
    /** Scripts, and the ranges of what is used in all of these; Zyyy and Zinh go with every script. */
    private static final String RANGES = """
            Aghb Cher Copt Cyrl Goth Grek Latn Osge Syrc Tfng Todr: 0304
            Aghb Cher Goth Latn Sunu Thai: 0331
            Arab: 0620-063F 0641-064A 0671-0672 0674 0679-068D 068F-06A0 06A2-06D3 06D5 06E5-06E6 06EE-06FF 0750-077F \
                    0870-0887 0889-088E 08A0-08AC 08B2 08B5-08C9
            Arab Syrc: 064B-0655 0670
            Arab Thaa Yezi: 0660-0669
            Armn: 0531-0556 0559 0561-0586 058A
            Armn Cyrl Dupl Goth Grek Hebr Latn Perm Syrc Tale: 0308
            Avst Cari Copt Dupl Elba Geor Glag Gong Goth Grek Hani Latn Lydi Mahj Perm Shaw: 00B7
            Beng: 0981-0983 0985-098C 098F-0990 0993-09A8 09AA-09B0 09B2 09B6-09B9 09BC-09C4 09C7-09C8 09CB-09CE 09D7 \
                    09E0-09E3 09F0-09F1 09FE
            Beng Cakm Sylo: 09E6-09EF
            Beng Cyrl Deva Latn Lisu Thai Toto: 02BC
            Bopo: 3105-312D 312F 31A0-31BF
            Bopo Hang Hani Hira Kana Yiii: 30FB
            Cakm Mymr Tale: 1040-1049
            Cher Copt Cyrl Grek Latn Perm Sunu Tale: 0300
            Cher Cyrl Grek Latn Osge Sunu Tale Todr: 0301
            Cher Cyrl Latn Osge: 030B
            Cher Cyrl Latn Tfng: 0302
            Cher Dupl Kana Latn Syrc: 0323
            Cher Dupl Latn Syrc: 0324
            Cher Latn Syrc: 0330
            Cher Latn Tale: 030C
            Copt Dupl Hebr Latn Perm Syrc Tale Tfng Todr: 0307
            Copt Grek: 0375
            Cyrl: 0400-045F 048A-04FF 0510-0529 052E-052F A67F
            Cyrl Grek Latn Perm: 0306
            Cyrl Latn Todr: 0311
            Deva: 0901-094D 094F-0950 0956-0957 0960-0963 0971-0977 0979-097F
            Deva Dogr Kthi Mahj: 0966-096F
            Dupl Latn Syrc: 030A
            Ethi: 1200-1248 124A-124D 1250-1256 1258 125A-125D 1260-1288 128A-128D 1290-12B0 12B2-12B5 12B8-12BE 12C0 \
                    12C2-12C5 12C8-12D6 12D8-1310 1312-1315 1318-135A 135D-135F 1380-138F 2D80-2D96 2DA0-2DA6 \
                    2DA8-2DAE 2DB0-2DB6 2DB8-2DBE 2DC0-2DC6 2DC8-2DCE 2DD0-2DD6 2DD8-2DDE AB01-AB06 AB09-AB0E \
                    AB11-AB16 AB20-AB26 AB28-AB2E
            Geor: 10C7 10CD 10D0-10F0 10F7-10FA 10FD-10FF 1C90-1CBA 1CBD-1CBF 2D27 2D2D
            Glag Latn Sunu Syrc Thai: 0303
            Gran Taml: 0BE6-0BEF
            Grek: 0342 0345 037B-037D 0386 0388-038A 038C 038E-03A1 03A3-03CE 03FC-03FF 1F00-1F15 1F18-1F1D 1F20-1F45 \
                    1F48-1F4D 1F50-1F57 1F59 1F5B 1F5D 1F5F-1F70 1F72 1F74 1F76 1F78 1F7A 1F7C 1F80-1FB4 1FB6-1FBA \
                    1FBC 1FC2-1FC4 1FC6-1FC8 1FCA 1FCC 1FD0-1FD2 1FD6-1FDA 1FE0-1FE2 1FE4-1FEA 1FEC 1FF2-1FF4 \
                    1FF6-1FF8 1FFA 1FFC
            Grek Latn Perm Todr: 0313
            Gujr: 0A81-0A83 0A85-0A8D 0A8F-0A91 0A93-0AA8 0AAA-0AB0 0AB2-0AB3 0AB5-0AB9 0ABC-0AC5 0AC7-0AC9 0ACB-0ACD \
                    0AD0 0AE0-0AE3 0AFA-0AFF
            Gujr Khoj: 0AE6-0AEF
            Guru: 0A01-0A03 0A05-0A0A 0A0F-0A10 0A13-0A28 0A2A-0A30 0A32 0A35 0A38-0A39 0A3C 0A3E-0A42 0A47-0A48 \
                    0A4B-0A4D 0A5C 0A70-0A74
            Guru Mult: 0A66-0A6F
            Hang: AC00-D7A3
            Hani: 3005-3007 3400-4DBF 4E00-9FFF FA0E-FA0F FA11 FA13-FA14 FA1F FA21 FA23-FA24 FA27-FA29
            Hebr: 05B4 05D0-05EA 05EF-05F4
            Hira: 3041-3096 309D-309E
            Hira Kana: 3099-309A 30A0 30FC
            Kana: 30A1-30FA 30FD-30FE
            Khmr: 1780-17A2 17A5-17A7 17A9-17B3 17B6-17CD 17D0 17D2 17D7 17DC 17E0-17E9
            Knda: 0C80 0C82-0C83 0C85-0C8C 0C8E-0C90 0C92-0CA8 0CAA-0CB3 0CB5-0CB9 0CBC-0CC4 0CC6-0CC8 0CCA-0CCD \
                    0CD5-0CD6 0CDD 0CE0-0CE3 0CF1-0CF3
            Knda Nand Tutg: 0CE6-0CEF
            Laoo: 0E81-0E82 0E84 0E86-0E8A 0E8C-0EA3 0EA5 0EA7-0EB2 0EB4-0EBD 0EC0-0EC4 0EC6 0EC8-0ECE 0ED0-0ED9 \
                    0EDE-0EDF
            Latn: 00C0-00D6 00D8-00F6 00F8-0131 0134-013E 0141-0148 014A-017E 018F 01A0-01A1 01AF-01B0 01CD-01DC \
                    01DE-01E3 01E6-01F0 01F4-01F5 01F8-021B 021E-021F 0226-0233 0259 1E00-1E99 1E9E 1EA0-1EF9 A78D \
                    A792-A793 A7AA A7C0-A7CA A7D0-A7D1 A7D3 A7D5-A7D9 AB66-AB67
            Latn Sunu: 0310
            Latn Sunu Syrc: 032D
            Latn Syrc: 0325 032E
            Latn Tfng: 0309
            Mlym: 0D00 0D02-0D03 0D05-0D0C 0D0E-0D10 0D12-0D3A 0D3D-0D43 0D46-0D48 0D4A-0D4E 0D54-0D57 0D60-0D61 \
                    0D66-0D6F 0D7A-0D7F
            Mymr: 1000-103F 1050-109D A9E7-A9FE AA60-AA76 AA7A-AA7F
            Orya: 0B01-0B03 0B05-0B0C 0B0F-0B10 0B13-0B28 0B2A-0B30 0B32-0B33 0B35-0B39 0B3C-0B43 0B47-0B48 0B4B-0B4D \
                    0B55-0B57 0B5F-0B61 0B66-0B6F 0B71
            Sinh: 0D82-0D83 0D85-0D8E 0D91-0D96 0D9A-0DA5 0DA7-0DB1 0DB3-0DBB 0DBD 0DC0-0DC6 0DCA 0DCF-0DD4 0DD6 \
                    0DD8-0DDE 0DF2
            Taml: 0B82-0B83 0B85-0B8A 0B8E-0B90 0B92-0B95 0B99-0B9A 0B9C 0B9E-0B9F 0BA3-0BA4 0BA8-0BAA 0BAE-0BB9 \
                    0BBE-0BC2 0BC6-0BC8 0BCA-0BCD 0BD0 0BD7
            Telu: 0C01-0C0C 0C0E-0C10 0C12-0C28 0C2A-0C33 0C35-0C39 0C3C-0C44 0C46-0C48 0C4A-0C4D 0C55-0C56 0C5D \
                    0C60-0C61 0C66-0C6F
            Thaa: 0780-07B1
            Thai: 0E01-0E32 0E34-0E3A 0E40-0E4E 0E50-0E59
            Tibt: 0F00 0F0B 0F20-0F29 0F35 0F37 0F3E-0F42 0F44-0F47 0F49-0F4C 0F4E-0F51 0F53-0F56 0F58-0F5B 0F5D-0F68 \
                    0F6A-0F6C 0F71-0F72 0F74 0F7A-0F80 0F82-0F84 0F86-0F92 0F94-0F97 0F99-0F9C 0F9E-0FA1 0FA3-0FA6 \
                    0FA8-0FAB 0FAD-0FB8 0FBA-0FBC 0FC6
            Zinh: 030F 0314 031B 0326-0328 0335 0338-0339
            Zyyy: 02BB 02EC 2010 2019 2027 A717-A71F A788
            """;

    /** Scripts that one language writes together; each of these languages is written beside Latin letters too. */
    private static final Map<String, List<String>> WRITTEN_WITH = Map.of(
            "Hani", List.of("Hanb", "Jpan", "Kore"),
            "Hira", List.of("Jpan"),
            "Kana", List.of("Jpan"),
            "Hang", List.of("Kore"),
            "Bopo", List.of("Hanb"));

    private static final Pattern SPACES = Pattern.compile(" +");

    private static final Map<String, Integer> NUMBERS = new HashMap<>();
    /** No script in particular: the character goes with every one. */
    private static final BitSet EVERY = new BitSet();

    private static final BitSet LATIN = scripts(List.of("Latn"));
    private static final BitSet WITH_LATIN = scripts(List.of("Hanb", "Jpan", "Kore"));
    private static final List<Range> SORTED = read();
    private static final int[] FIRST = SORTED.stream().mapToInt(Range::first).toArray();

    private IdProfile() {}

    /** Characters that follow each other and are used in the same scripts. */
    private record Range(int first, int last, BitSet scripts) {}

    private static List<Range> read() {
        List<Range> ranges = new ArrayList<>();
        for (String line : RANGES.lines().toList()) {
            int colon = line.indexOf(':');
            BitSet scripts =
                    scripts(SPACES.splitAsStream(line.substring(0, colon)).toList());
            for (String range :
                    SPACES.splitAsStream(line.substring(colon + 1).strip()).toList()) {
                int first = Integer.parseInt(range, 0, 4, 16);
                int last = range.length() == 4 ? first : Integer.parseInt(range, 5, 9, 16);
                ranges.add(new Range(first, last, scripts));
            }
        }
        return ranges.stream()
                .sorted((one, other) -> Integer.compare(one.first(), other.first()))
                .toList();
    }

    private static BitSet scripts(List<String> names) {
        BitSet scripts = new BitSet();
        for (String name : names) {
            if (name.equals("Zyyy") || name.equals("Zinh")) {
                return EVERY;
            }
            scripts.set(number(name));
            WRITTEN_WITH.getOrDefault(name, List.of()).forEach(language -> scripts.set(number(language)));
        }
        return scripts;
    }

    private static int number(String script) {
        return NUMBERS.computeIfAbsent(script, name -> NUMBERS.size());
    }

    /** Whether an id may have a character beyond ASCII. */
    static boolean allows(char c) {
        int place = place(c);
        return place >= 0 && c <= SORTED.get(place).last();
    }

    private static int place(char c) {
        int found = Arrays.binarySearch(FIRST, c);
        return found >= 0 ? found : -found - 2;
    }

    private static BitSet scriptsOf(char c) {
        if (c < 0x80) {
            return Character.isLetter(c) ? LATIN : EVERY;
        }
        return SORTED.get(place(c)).scripts();
    }

    /**
     * Where a text of allowed characters begins to mix scripts: all of it is of one script, or of Latin beside Han with Bopomofo, with
     * Hiragana and Katakana, or with Hangul.
     *
     * @param text the text
     * @param from the first character
     * @param to the first one after the last
     * @return the character with which no script is left that has all of them; -1 if there is one
     */
    static int mixedAt(String text, int from, int to) {
        BitSet all = new BitSet();
        all.set(0, NUMBERS.size());
        BitSet beside = (BitSet) WITH_LATIN.clone();
        for (int i = from; i < to; i++) {
            BitSet scripts = scriptsOf(text.charAt(i));
            if (!scripts.isEmpty()) {
                all.and(scripts);
                if (!scripts.get(number("Latn"))) {
                    beside.and(scripts);
                }
                if (all.isEmpty() && beside.isEmpty()) {
                    return i;
                }
            }
        }
        return -1;
    }
}

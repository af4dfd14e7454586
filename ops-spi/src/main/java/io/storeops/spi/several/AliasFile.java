package io.storeops.spi.several;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.spi.ShownText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a file of aliases. It has no quotes, since no id needs them, so a line is a row and a comma ends a cell. Everything that is
 * wrong with it is told at once. Used once.
 */
final class AliasFile {
    static final String KIND = "kind";
    static final String OURS = "ours";
    static final String PLATFORM = "platform";

    private static final List<String> HEADER = List.of(KIND, OURS, PLATFORM);
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** What a spreadsheet makes of a long number: its last digits are lost. */
    private static final Pattern SHORTENED = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d+");

    private final String name;
    private final Aliases aliases;
    private final Map<Alias, Integer> lines = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private AliasFile(String name) {
        this.name = name;
        this.aliases = Aliases.empty(name);
    }

    static Aliases read(Path file) {
        AliasFile read = new AliasFile(String.valueOf(file.getFileName()));
        String text = read.text(file);
        String[] rows =
                (text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text).split("\r?\n", -1);
        read.header(rows[0]);
        for (int i = 1; i < rows.length; i++) {
            if (!rows[i].isBlank()) {
                read.row(i + 1, rows[i]);
            }
        }
        if (read.lines.isEmpty() && read.problems.isEmpty()) {
            read.problem(1, "the file has no row below its header; leave it out");
        }
        if (!read.problems.isEmpty()) {
            throw new AdapterException(FaultKind.INVALID, String.join("\n", read.problems));
        }
        return read.aliases;
    }

    private String text(Path file) {
        try {
            return UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new AdapterException(
                    FaultKind.NOT_FOUND, "There is no file " + file + ". Check the key 'aliases'", e);
        } catch (CharacterCodingException e) {
            throw new AdapterException(FaultKind.INVALID, name + ": the file is not UTF-8; save it as CSV UTF-8", e);
        } catch (IOException e) {
            throw new AdapterException(
                    FaultKind.INVALID, "The file " + file + " cannot be read: " + e + ". Check that it may be read", e);
        }
    }

    private void header(String row) {
        if (!cells(row).equals(HEADER)) {
            throw new AdapterException(
                    FaultKind.INVALID,
                    name + ":1: the header is " + ShownText.of(row) + " (expected " + String.join(",", HEADER) + ")");
        }
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split(",", -1)).map(String::strip).toList();
    }

    private void row(int line, String row) {
        List<String> cells = cells(row);
        if (row.indexOf('"') >= 0) {
            problem(line, "there is a quote; write the ids without quotes");
        } else if (cells.size() != HEADER.size()) {
            problem(line, "the row has " + cells.size() + " cells (expected " + HEADER.size() + ")");
        } else {
            List<Alias.Of> kinds = Arrays.stream(Alias.Of.values())
                    .filter(of -> of.name().equals(cells.get(0)))
                    .toList();
            if (kinds.isEmpty()) {
                problem(line, KIND, ShownText.of(cells.get(0)) + " is none of " + Arrays.toString(Alias.Of.values()));
            } else {
                boolean whole = whole(line, OURS, cells.get(1));
                if (whole(line, PLATFORM, cells.get(2)) && whole) {
                    alias(line, kinds.get(0), cells.get(1), cells.get(2));
                }
            }
        }
    }

    private boolean whole(int line, String column, String id) {
        if (SHORTENED.matcher(id).matches()) {
            problem(
                    line,
                    column,
                    ShownText.of(id)
                            + " is a number that a spreadsheet has shortened; its last digits are lost, so write the id"
                            + " anew into a column of text");
            return false;
        }
        return true;
    }

    private void alias(int line, Alias.Of of, String ours, String platform) {
        Alias alias;
        try {
            alias = new Alias(of, ours, platform);
        } catch (IllegalArgumentException e) {
            problem(line, String.valueOf(e.getMessage()));
            return;
        }
        aliases.add(alias)
                .ifPresentOrElse(
                        clash -> problem(
                                line,
                                clash.column(),
                                of + " " + ShownText.of(clash.id()) + " stands for "
                                        + ShownText.of(
                                                clash.column().equals(PLATFORM)
                                                        ? clash.other().ours()
                                                        : clash.other().platform())
                                        + " already, at line " + lines.get(clash.other())
                                        + "; one id has one meaning, so take one of the two lines out"),
                        () -> lines.put(alias, line));
    }

    private void problem(int line, String column, String what) {
        problem(line, "column " + column + ": " + what);
    }

    private void problem(int line, String what) {
        problems.add(name + ":" + line + (what.startsWith("column ") ? " " : ": ") + what);
    }
}

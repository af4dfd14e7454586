package io.storeops.spi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON text to values and back. Strict (RFC 8259, one value a document, no member twice), exact (numbers are decimals) and
 * bounded: depth {@link Json#MOST_DEPTH}, names of {@link Json#MOST_NAME} and texts of {@link Json#MOST_TEXT} UTF-16 units,
 * numbers of {@link Json#MOST_DIGITS} digits written out. Thread-safe.
 */
public final class JsonCodec {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Json.MOST_DEPTH)
                    .maxNameLength(Json.MOST_NAME)
                    .maxStringLength(Json.MOST_TEXT)
                    .build())
            .build();

    private static final ObjectWriter OBJECTS = JsonMapper.builder().build().writer();

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private JsonCodec() {}

    /**
     * Reads a text.
     *
     * @param document what is read, for messages, for instance a file's name
     * @param text the text
     * @return the value
     * @throws DocumentException if the text is not JSON or exceeds a bound, with line and column
     */
    public static Json parse(String document, String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            try {
                return new Reading(document, parser).document();
            } catch (JsonProcessingException e) {
                throw refusal(document, parser, e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", e);
        }
    }

    /**
     * Reads a file in UTF-8, with or without byte order mark.
     *
     * @param file the file
     * @return the value
     * @throws DocumentException if the file is not JSON in UTF-8 or exceeds a bound, with line and column
     * @throws AdapterException if the file cannot be read
     */
    public static Json read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return parse(name, text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw caused(new DocumentException(name, "$", "the file", "is not in UTF-8. Save it in UTF-8"), e);
        } catch (NoSuchFileException e) {
            throw new AdapterException(
                    FaultKind.NOT_FOUND, "There is no file " + file + ". Check the path, or create the file", e);
        } catch (IOException e) {
            throw new AdapterException(
                    FaultKind.INVALID, "The file " + file + " cannot be read: " + e + ". Check that it may be read", e);
        }
    }

    /**
     * The value of the host's own object, as Jackson's databind sees it: records, beans, maps, lists, texts, numbers, truth
     * values. For hosts that keep a catalogue or a roster in their own types and need no file for it.
     *
     * @param document what it is, for messages
     * @param object the object
     * @return the value
     * @throws DocumentException if the object has no JSON, or exceeds a bound
     */
    public static Json of(String document, Object object) {
        String text;
        try {
            text = OBJECTS.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw caused(
                    new DocumentException(
                            document,
                            "$",
                            "the " + object.getClass().getSimpleName(),
                            "has no JSON: " + e.getOriginalMessage()),
                    e);
        }
        return parse(document, text);
    }

    /**
     * The one text of a value: members sorted by name, no white space.
     *
     * @param value the value
     * @return canonical JSON text
     */
    public static String print(Json value) {
        return value.canonical();
    }

    /**
     * The text of a value for people: two spaces a level, members sorted by name, a line feed at the end.
     *
     * @param value the value
     * @return JSON text
     */
    public static String pretty(Json value) {
        StringBuilder out = new StringBuilder();
        pretty(value, "\n", out);
        return out.append('\n').toString();
    }

    private static void pretty(Json value, String line, StringBuilder out) {
        String deeper = line + "  ";
        String separator = deeper;
        if (value instanceof Json.Obj object && !object.members().isEmpty()) {
            out.append('{');
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                out.append(separator)
                        .append(Json.of(member.getKey()).canonical())
                        .append(": ");
                pretty(member.getValue(), deeper, out);
                separator = "," + deeper;
            }
            out.append(line).append('}');
        } else if (value instanceof Json.Arr array && !array.elements().isEmpty()) {
            out.append('[');
            for (Json element : array.elements()) {
                out.append(separator);
                pretty(element, deeper, out);
                separator = "," + deeper;
            }
            out.append(line).append(']');
        } else {
            out.append(value.canonical());
        }
    }

    private static DocumentException refusal(String document, JsonParser parser, JsonProcessingException cause) {
        JsonLocation at = cause.getLocation() == null ? parser.currentLocation() : cause.getLocation();
        String place = document + ":" + at.getLineNr() + ":" + at.getColumnNr();
        // A token without quotes may be a secret that was pasted in; the place is enough to find it, and no cause
        // repeats it.
        String why = cause.getOriginalMessage().replaceAll("(?s)token '.*?'", "token");
        return new DocumentException(place, path(parser), "the text", "is not JSON: " + why);
    }

    private static DocumentException caused(DocumentException exception, Exception cause) {
        exception.initCause(cause);
        return exception;
    }

    private static String path(JsonParser parser) {
        StringBuilder path = new StringBuilder("$");
        var pointer = parser.getParsingContext().pathAsPointer();
        for (; !pointer.matches(); pointer = pointer.tail()) {
            path.append(
                    pointer.mayMatchElement()
                            ? "[" + pointer.getMatchingIndex() + "]"
                            : "." + pointer.getMatchingProperty());
        }
        return path.toString();
    }

    /** One document on its way from tokens to values. */
    private static final class Reading {
        private final String document;
        private final JsonParser parser;

        Reading(String document, JsonParser parser) {
            this.document = document;
            this.parser = parser;
        }

        Json document() throws IOException {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw refused("the text", "is empty, so it is not JSON");
            }
            Json value = value(first);
            if (parser.nextToken() != null) {
                throw refused("the text", "goes on after the end of the JSON value");
            }
            return value;
        }

        private Json value(JsonToken token) throws IOException {
            return switch (token) {
                case START_OBJECT -> object();
                case START_ARRAY -> array();
                case VALUE_STRING -> Json.of(parser.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
                case VALUE_TRUE -> Json.of(true);
                case VALUE_FALSE -> Json.of(false);
                case VALUE_NULL -> Json.ofNull();
                default -> throw refused("the token " + token, "is not expected here");
            };
        }

        private Json object() throws IOException {
            Map<String, Json> members = new TreeMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                members.put(name, value(parser.nextToken()));
            }
            return Json.object(members);
        }

        private Json array() throws IOException {
            List<Json> elements = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                elements.add(value(token));
            }
            return Json.array(elements);
        }

        private Json number() throws IOException {
            try {
                return new Json.Num(parser.getDecimalValue());
            } catch (IllegalArgumentException e) {
                // An exponent that no decimal has is told by a NumberFormatException, whose words show the number.
                throw refused("the number", "has more than " + Json.MOST_DIGITS + " digits written out");
            }
        }

        private DocumentException refused(String found, String rule) {
            JsonLocation at = parser.currentToken() == null ? parser.currentLocation() : parser.currentTokenLocation();
            return new DocumentException(
                    document + ":" + at.getLineNr() + ":" + at.getColumnNr(), path(parser), found, rule);
        }
    }
}

package io.storeops.spi.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.calendar.SettableClock;
import io.storeops.document.Block;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.evidence.Attachment;
import io.storeops.id.StoreId;
import io.storeops.publishing.Channel;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import io.storeops.spi.tck.ChannelContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderChannelTest extends ChannelContract {
    private static final Instant NOW = Instant.parse("2024-06-16T01:30:00Z");
    private static final String NAME = "S1-release_2024-06-16_09_v1_DATA_GROUP";

    @TempDir
    private Path directory;

    @Override
    protected Channel open(Clock clock) {
        return new FolderChannel(directory, clock);
    }

    @Override
    protected Channel unreachable(Clock clock) {
        return new FolderChannel(directory.resolve("gone"), clock);
    }

    @Override
    protected List<String> received() throws IOException {
        return files(".md").stream().map(FolderChannelTest::text).toList();
    }

    @Override
    protected List<byte[]> receivedFiles() throws IOException {
        return files(".csv").stream()
                .map(file -> text(file).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private List<Path> files(String end) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(end)).toList();
        }
    }

    private static OutgoingMessage filed(OutgoingMessage message, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return message.enclosing(List.of(new OutgoingMessage.File("release.csv", Attachment.of("text/csv", bytes))));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OutgoingMessage message(String id) {
        return new OutgoingMessage(
                StoreId.of("S1"),
                id,
                "DATA_GROUP",
                Document.of(Line.of("Title"), List.of(new Block.Text(Line.of("Body")))));
    }

    private SendResult send(OutgoingMessage message) {
        return new FolderChannel(directory, SettableClock.at(NOW)).send(message);
    }

    private Path fileOf(OutgoingMessage message) {
        return directory.resolve(FolderChannel.fileName(message));
    }

    @Test
    void writesOneMarkdownFileAMessageAndNothingElse() throws IOException {
        OutgoingMessage message = message("release/2024-06-16#09/v1/DATA_GROUP");
        String name = NAME + "-" + message.idempotencyKey().substring(0, 12) + ".md";
        assertEquals(new SendResult.Accepted(name, NOW), send(message));
        assertEquals("# Title\n\nBody\n", Files.readString(directory.resolve(name)));
        assertEquals(1, received().size());
    }

    @Test
    void writesTheFilesOfAMessageBesideIt() throws IOException {
        OutgoingMessage message = filed(message("release/1"), "a,b\r\n");
        assertInstanceOf(SendResult.Accepted.class, send(message));
        String name = "S1-release_1-" + message.idempotencyKey().substring(0, 12);
        assertEquals("a,b\r\n", Files.readString(directory.resolve(name + "-release.csv")));
        assertEquals("# Title\n\nBody\n", Files.readString(directory.resolve(name + ".md")));
        assertEquals(2, files("").size());
    }

    @Test
    void putsItsOwnFilesInThePlaceOfThoseThatAnAttemptLeftBehind() throws IOException {
        OutgoingMessage message = filed(message("release/1"), "new");
        assertInstanceOf(SendResult.Accepted.class, send(filed(message, "left behind")));
        Files.delete(fileOf(message));
        assertInstanceOf(SendResult.Accepted.class, send(message));
        assertEquals("new", text(files(".csv").get(0)));
        assertEquals(2, files("").size());
    }

    @Nested
    class FindsAFileOfThatName {
        private final OutgoingMessage message = message("release/1");

        @Test
        void andTakesTheSameContentAsDelivered() {
            SendResult first = send(message);
            assertEquals(first, send(message));
        }

        @Test
        void andRefusesOtherContentWithoutTouchingIt() throws IOException {
            Files.writeString(fileOf(message), "somebody's notes");
            assertEquals(
                    new SendResult.Refused(
                            "The file " + fileOf(message)
                                    + " exists and is not this message. Move it away and send again",
                            Optional.empty()),
                    send(message));
            assertEquals("somebody's notes", Files.readString(fileOf(message)));
        }

        @Test
        void andFollowsNoLinkOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
            Path outside = Files.writeString(elsewhere.resolve("outside.md"), "# Title\n\nBody\n");
            Files.createSymbolicLink(fileOf(message), outside);
            assertInstanceOf(SendResult.Refused.class, send(message));
        }
    }

    @Test
    void saysThatNothingWasWrittenAndWhenToComeBack() {
        Path gone = directory.resolve("gone");
        SendResult.Refused refusal = assertInstanceOf(
                SendResult.Refused.class, new FolderChannel(gone, SettableClock.at(NOW)).send(message("release/1")));
        assertTrue(refusal.reason().startsWith("The file " + gone), refusal.reason());
        assertTrue(refusal.reason().endsWith(". Check the folder's space and rights"), refusal.reason());
        assertEquals(Optional.of(Instant.parse("2024-06-16T01:31:00Z")), refusal.retryAt());
    }

    @Test
    void staysInsideTheFolderWithNamesThatEverySystemTakes() {
        Set<String> names = new HashSet<>();
        List<String> parts = List.of(
                "..", "/", "\\", "a", "CON", ":", "*", "?", "<", ">", "|", "\"", "%2e", "~", "$HOME", "运", "・", "’",
                ".");
        int messages = 0;
        for (String first : parts) {
            for (String second : parts) {
                for (String third : parts.subList(0, 6)) {
                    String name = FolderChannel.fileName(message(first + second + third));
                    names.add(name);
                    messages++;
                    assertEquals(directory, directory.resolve(name).normalize().getParent(), name);
                    assertTrue(name.matches("S1-[\\p{L}\\p{N}_-]*-[0-9a-f]{12}\\.md"), name);
                }
            }
        }
        long different = parts.stream()
                .flatMap(first -> parts.stream()
                        .flatMap(second -> parts.subList(0, 6).stream().map(third -> first + second + third)))
                .distinct()
                .count();
        assertEquals(2166, messages);
        assertEquals(different, names.size(), "one file for two messages");
    }
}

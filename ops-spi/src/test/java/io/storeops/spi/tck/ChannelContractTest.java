package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.storeops.document.Markdown;
import io.storeops.publishing.Channel;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The kit itself under test: right channels of every kind keep its rules, and one that gets one thing wrong breaks those. */
class ChannelContractTest {
    private static final int ROOM = 2_000;

    /** A chat group in memory that keeps every rule; what is wrong with it is overridden. */
    private static class Group implements Channel {
        private final Clock clock;
        private final List<String> texts = new ArrayList<>();
        private final List<byte[]> files = new ArrayList<>();
        private final Set<String> known = new HashSet<>();

        Group(Clock clock) {
            this.clock = clock;
        }

        @Override
        public synchronized SendResult send(OutgoingMessage message) {
            String text = text(message);
            long size = text.getBytes(StandardCharsets.UTF_8).length;
            if (size > room() || message.files().stream().anyMatch(this::tooLarge)) {
                return new SendResult.Refused("too long", Optional.empty());
            }
            boolean repeated = !known.add(message.idempotencyKey());
            if (!repeated || removesRepeatsFor().isEmpty()) {
                texts.add(text);
                files.addAll(taken(message));
            }
            String receipt = message.idempotencyKey() + (removesRepeatsFor().isEmpty() ? "/" + texts.size() : "");
            return new SendResult.Accepted(receipt, clock.instant());
        }

        private boolean tooLarge(OutgoingMessage.File file) {
            return file.content().size() > largestFile().orElse(0);
        }

        long room() {
            return longestText().orElse(Long.MAX_VALUE);
        }

        String text(OutgoingMessage message) {
            return Markdown.of(message.document());
        }

        List<byte[]> taken(OutgoingMessage message) {
            return message.files().stream()
                    .map(file -> file.content().content())
                    .toList();
        }
    }

    /** Takes text of any length, and nothing else. */
    static class Candidate extends ChannelContract {
        private static final Function<Clock, Group> RIGHT = Group::new;
        private static Function<Clock, Group> channel = RIGHT;

        private Group group = new Group(Clock.systemUTC());

        @Override
        protected Channel open(Clock clock) {
            group = opened(clock);
            return group;
        }

        Group opened(Clock clock) {
            return channel.apply(clock);
        }

        @Override
        protected Channel unreachable(Clock clock) {
            return message -> new SendResult.Unknown("read timed out");
        }

        @Override
        protected List<String> received() {
            return group.texts;
        }

        @Override
        protected List<byte[]> receivedFiles() {
            return group.files;
        }
    }

    /** Takes files, texts of a limited length, and removes repeats. */
    private static class Robot extends Group {
        Robot(Clock clock) {
            super(clock);
        }

        @Override
        public OptionalLong largestFile() {
            return OptionalLong.of(ROOM);
        }

        @Override
        public OptionalLong longestText() {
            return OptionalLong.of(ROOM);
        }

        @Override
        public Optional<Duration> removesRepeatsFor() {
            return Optional.of(Duration.ofHours(1));
        }
    }

    @Nested
    class OfTextAlone extends Candidate {
        @Override
        Group opened(Clock clock) {
            return new Group(clock);
        }
    }

    @Nested
    class WithFilesAndLimits extends Candidate {
        @Override
        Group opened(Clock clock) {
            return new Robot(clock);
        }
    }

    @Nested
    class FindsAChannelThat {
        @AfterEach
        void leaveTheCandidateRight() {
            Candidate.channel = Candidate.RIGHT;
        }

        private Set<String> rulesBrokenBy(Function<Clock, Group> wrong) {
            Candidate.channel = wrong;
            Set<String> broken = new TreeSet<>();
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(Candidate.class))
                    .build();
            LauncherFactory.create().execute(request, new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                    if (test.isTest() && result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                        broken.add(test.getDisplayName().substring(0, 3));
                    }
                }
            });
            return broken;
        }

        @Test
        void isRight() {
            assertEquals(Set.of(), rulesBrokenBy(Group::new));
            assertEquals(Set.of(), rulesBrokenBy(Robot::new));
        }

        @Test
        void sendsTheTitleAlone() {
            assertEquals(Set.of("C01", "C06", "C10", "C12"), rulesBrokenBy(clock -> new Robot(clock) {
                @Override
                String text(OutgoingMessage message) {
                    return Markdown.title(message.document());
                }
            }));
        }

        @Test
        void takesFilesAndDropsThem() {
            assertEquals(Set.of("C04", "C10", "C13"), rulesBrokenBy(clock -> new Robot(clock) {
                @Override
                List<byte[]> taken(OutgoingMessage message) {
                    return List.of();
                }
            }));
        }

        @Test
        void changesFilesOnTheWay() {
            assertEquals(Set.of("C10"), rulesBrokenBy(clock -> new Robot(clock) {
                @Override
                List<byte[]> taken(OutgoingMessage message) {
                    return super.taken(message).stream()
                            .map(bytes -> new byte[bytes.length])
                            .toList();
                }
            }));
        }

        @Test
        void cutsWhatIsTooLong() {
            assertEquals(Set.of("C06", "C12"), rulesBrokenBy(clock -> new Robot(clock) {
                @Override
                String text(OutgoingMessage message) {
                    String text = super.text(message);
                    return text.length() > ROOM ? text.substring(0, ROOM / 3) : text;
                }
            }));
        }

        @Test
        void takesLessThanItSays() {
            assertEquals(Set.of("C12"), rulesBrokenBy(clock -> new Robot(clock) {
                @Override
                long room() {
                    return ROOM - 1;
                }
            }));
        }

        @Test
        void takesMoreThanItSays() {
            assertEquals(Set.of("C12"), rulesBrokenBy(clock -> new Robot(clock) {
                @Override
                long room() {
                    return Long.MAX_VALUE;
                }
            }));
        }

        @Test
        void hasAnotherLimitEachTime() {
            assertEquals(Set.of("C11"), rulesBrokenBy(clock -> new Group(clock) {
                private int asked;

                @Override
                public OptionalLong longestText() {
                    return OptionalLong.of((1L << 40) + ++asked);
                }
            }));
        }
    }
}

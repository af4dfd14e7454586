package io.storeops.adapter.chat;

import io.storeops.adapter.chat.FakeServer.Behaviour;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A group whose platform misbehaves by chance: throttles, refuses, hangs up, loses answers, and answers what is no answer. It knows of
 * each message how often people see it, and whether anybody who asked could have known that.
 */
final class MoodyGroup implements AutoCloseable {
    private static final Pattern BOUNDARY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");

    private final Service service;
    private final Random random;
    private final boolean slow;
    private final FakeServer server;
    private final ConcurrentMap<String, Integer> seen = new ConcurrentHashMap<>();
    private final Set<String> unproven = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private volatile boolean wellBehaved;

    MoodyGroup(Service service, long seed, boolean slow) throws IOException {
        this.service = service;
        this.random = new Random(seed + service.ordinal());
        this.slow = slow;
        this.server = FakeServer.start(this::receive);
    }

    int port() {
        return server.port();
    }

    /** How often people see each message, by the boundary that it tells of. */
    Map<String, Integer> seen() {
        return seen;
    }

    /** The messages of which the sender was told nothing that proves anything. */
    Set<String> unproven() {
        return unproven;
    }

    /** The messages that were refused for good. */
    Set<String> refused() {
        return refused;
    }

    void behave() {
        wellBehaved = true;
    }

    private synchronized Behaviour receive(FakeServer.Request request) {
        String message = boundary(request);
        int mood = wellBehaved ? 100 : random.nextInt(100);
        if (mood < 8) {
            return service.throttles;
        } else if (mood < 11) {
            refused.add(message);
            return service.refuses;
        } else if (mood < 29) {
            unproven.add(message);
            if (mood < 21) {
                seen.merge(message, 1, Integer::sum);
            }
            return unclear(mood);
        } else if (slow && mood == 29 && random.nextInt(10) == 0) {
            unproven.add(message);
            seen.merge(message, 1, Integer::sum);
            return Behaviour.waits(11_000, service.takes);
        }
        seen.merge(message, 1, Integer::sum);
        return service.takes;
    }

    private static Behaviour unclear(int mood) {
        return switch (mood % 6) {
            case 0 -> Behaviour.saysNothing();
            case 1 -> Behaviour.resets();
            case 2 -> Behaviour.answers(500, "", "internal error");
            case 3 -> Behaviour.breaksOff();
            case 4 -> Behaviour.isHuge(200);
            default -> Behaviour.answers(302, "Location: http://127.0.0.1:1/\r\n", "");
        };
    }

    /** The boundary that the first line names. */
    private String boundary(FakeServer.Request request) {
        Matcher named =
                BOUNDARY.matcher(service.shown(Service.json(request.text())).get(0));
        if (!named.find()) {
            throw new IllegalStateException(request.text());
        }
        return named.group();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

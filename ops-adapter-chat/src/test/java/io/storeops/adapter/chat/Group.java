package io.storeops.adapter.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.storeops.adapter.chat.FakeServer.Behaviour;
import io.storeops.publishing.Channel;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/** A group of a platform: a server that keeps what it was sent and does what it was told to, else takes the message. */
final class Group implements AutoCloseable {
    private final Service service;
    private final FakeServer server;
    private final Deque<Behaviour> next = new ConcurrentLinkedDeque<>();
    private final List<FakeServer.Request> requests = new CopyOnWriteArrayList<>();

    /** The messages that it took, as people see them. */
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();

    Group(Service service) throws IOException {
        this.service = service;
        this.server = FakeServer.start(this::receive);
    }

    private Behaviour receive(FakeServer.Request request) {
        requests.add(request);
        if (request.target().startsWith("/cgi-bin/webhook/upload_media")) {
            return next.isEmpty()
                    ? Behaviour.answers(200, "", "{\"errcode\":0,\"media_id\":\"media-" + requests.size() + "\"}")
                    : next.poll();
        }
        Behaviour told = next.poll();
        if (told == null || told == service.takes) {
            taken.add(Service.json(request.text()));
            return service.takes;
        }
        return told;
    }

    /** What it does with the next requests. */
    Group next(Behaviour... behaviours) {
        next.addAll(List.of(behaviours));
        return this;
    }

    /** Takes the message and does something else than say so. */
    Behaviour takenBut(Behaviour then) {
        return (connection, out) -> {
            taken.add(Service.json(requests.get(requests.size() - 1).text()));
            then.with(connection, out);
        };
    }

    Channel open(Clock clock, Map<String, String> more) {
        return service.open(server.port(), clock, more);
    }

    int port() {
        return server.port();
    }

    List<FakeServer.Request> requests() {
        return requests;
    }

    List<JsonNode> taken() {
        return taken;
    }

    /** What people see of the messages, each as one text. */
    List<String> shown() {
        List<String> texts = new ArrayList<>();
        taken.forEach(message -> texts.add(String.join("\n", service.shown(message))));
        return texts;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

package io.storeops.adapter.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A headless Chromium with one page, spoken to in its own protocol. Used by one thread. */
final class Chromium {
    /** What a page is shown on. */
    enum Medium {
        /** A screen of somebody who prefers light. */
        LIGHT,
        /** A screen of somebody who prefers dark. */
        DARK,
        /** Paper. */
        PAPER
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE = 120;
    private static final String LISTENING = "DevTools listening on ws://";

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private int asked;

    private Chromium(Process process) throws Exception {
        this.process = process;
        String authority =
                CompletableFuture.supplyAsync(() -> authority(process)).get(PATIENCE, SECONDS);
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest pages = HttpRequest.newBuilder(URI.create("http://" + authority + "/json/list"))
                .build();
        JsonNode targets = JSON.readTree(
                client.send(pages, HttpResponse.BodyHandlers.ofString()).body());
        JsonNode page = StreamSupport.stream(targets.spliterator(), false)
                .filter(target -> target.get("type").asText().equals("page"))
                .findFirst()
                .orElseThrow();
        this.socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(page.get("webSocketDebuggerUrl").asText()), new Ear())
                .get(PATIENCE, SECONDS);
        ask("Page.enable", JSON.createObjectNode());
    }

    /** Where it is: the property storeops.chromium, or the path. */
    static Optional<Path> find() {
        String named = System.getProperty("storeops.chromium", "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(place -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(place).resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path program, Path profile) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank"))
                .redirectErrorStream(true)
                .start();
        try {
            return new Chromium(process);
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Host and port, from what it says when it is ready. */
    private static String authority(Process process) {
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
            StringBuilder said = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(LISTENING)) {
                    return line.substring(LISTENING.length()).split("/", 2)[0];
                }
                said.append(line).append('\n');
            }
            throw new IllegalStateException("Chromium ended and said:\n" + said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a file on a screen, or on paper, of a width. */
    void open(Path file, int width, Medium medium) throws Exception {
        ObjectNode screen = JSON.createObjectNode()
                .put("width", width)
                .put("height", 900)
                .put("deviceScaleFactor", 1)
                .put("mobile", width < 600);
        ask("Emulation.setDeviceMetricsOverride", screen);
        ObjectNode media = JSON.createObjectNode().put("media", medium == Medium.PAPER ? "print" : "screen");
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", medium == Medium.DARK ? "dark" : "light");
        ask("Emulation.setEmulatedMedia", media);
        ask("Page.navigate", JSON.createObjectNode().put("url", file.toUri().toString()));
        hear(message -> message.path("method").asText().equals("Page.loadEventFired"));
    }

    /** What an expression gives, as text. */
    String evaluate(String expression) throws Exception {
        JsonNode answer = ask(
                "Runtime.evaluate",
                JSON.createObjectNode().put("expression", expression).put("returnByValue", true));
        return answer.path("result").path("value").asText();
    }

    /** The whole page, as a PNG. */
    byte[] picture() throws Exception {
        return ask("Page.captureScreenshot", JSON.createObjectNode().put("captureBeyondViewport", true))
                .get("data")
                .binaryValue();
    }

    private JsonNode ask(String method, ObjectNode parameters) throws Exception {
        int id = ++asked;
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        socket.sendText(message.toString(), true).get(PATIENCE, SECONDS);
        JsonNode answer = hear(heard -> heard.path("id").asInt() == id);
        if (answer.has("error")) {
            throw new IllegalStateException(method + ": " + answer.get("error"));
        }
        return answer.get("result");
    }

    private JsonNode hear(Predicate<JsonNode> which) throws InterruptedException {
        while (true) {
            JsonNode message = heard.poll(PATIENCE, SECONDS);
            if (message == null) {
                throw new IllegalStateException("Chromium said nothing for " + PATIENCE + " s");
            }
            if (which.test(message)) {
                return message;
            }
        }
    }

    /** Ends it and what it began, so that nobody writes into its profile any more. */
    void stop() {
        socket.abort();
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().orTimeout(PATIENCE, SECONDS).join());
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                try {
                    heard.add(JSON.readTree(parts.toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                parts.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}

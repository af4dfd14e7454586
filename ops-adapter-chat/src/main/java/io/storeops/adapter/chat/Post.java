package io.storeops.adapter.chat;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests by POST, each once: no redirect is followed, no proxy is asked for, no cookie kept, and of an answer no more than
 * {@value #MOST_ANSWER} bytes are read. Thread-safe.
 */
final class Post {
    static final int MOST_ANSWER = 64 * 1024;

    /** A connection that lay idle for longer may be dead without saying so, and what is written to a dead one is lost. */
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(20);

    /** Told whole addresses by the client where a host logs everything. Held, because a logger is forgotten with its level. */
    @SuppressWarnings("unused")
    private static final Logger OF_THE_CLIENT = silent("jdk.internal.httpclient.debug");

    private final Duration timeout;
    private @Nullable HttpClient client;
    private long usedAt;

    /**
     * What sends requests.
     *
     * @param timeout how long a request may take, from connecting to the last byte of the answer
     */
    Post(Duration timeout) {
        this.timeout = requireNonNull(timeout, "timeout");
    }

    /** Turns a logger off unless the host set its level itself. */
    private static Logger silent(String name) {
        Logger logger = Logger.getLogger(name);
        if (logger.getLevel() == null) {
            logger.setLevel(Level.OFF);
        }
        return logger;
    }

    Duration timeout() {
        return timeout;
    }

    /**
     * Sends a request and waits for what becomes of it.
     *
     * @param uri where to
     * @param contentType what the body is
     * @param content the body
     * @return the answer, or what is known without one; no message of an exception, which could tell the address
     */
    Exchange send(URI uri, String contentType, byte[] content) {
        OnceBody body = new OnceBody(content);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", contentType)
                .POST(body)
                .build();
        CompletableFuture<HttpResponse<Optional<String>>> answer =
                client().sendAsync(request, response -> new BoundedBody(MOST_ANSWER));
        try {
            HttpResponse<Optional<String>> response = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return new Exchange.Answered(
                    response.statusCode(), response.headers().firstValue("Retry-After"), response.body());
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String why = cause.getClass().getSimpleName();
            return noTls(cause) ? new Exchange.NotSent(why) : ended(body, why);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return ended(body, "no answer within " + timeout);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return ended(body, "the thread was interrupted");
        }
    }

    /** The client asks for the body too where the other side hangs up on the handshake; only a handshake that succeeds sends it. */
    private static boolean noTls(Throwable failure) {
        return failure instanceof SSLHandshakeException || failure.getCause() instanceof SSLHandshakeException;
    }

    private static Exchange ended(OnceBody body, String why) {
        return body.asked() ? new Exchange.Lost(why) : new Exchange.NotSent(why);
    }

    private synchronized HttpClient client() {
        HttpClient known = client;
        if (known == null || System.nanoTime() - usedAt > FRESH_NANOS) {
            known = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(timeout)
                    .build();
            client = known;
        }
        usedAt = System.nanoTime();
        return known;
    }
}

package io.storeops.adapter.chat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The body of a request, which leaves once. The client asks for it when the connection stands, TLS included: as long as it did not,
 * nothing was sent. It asks again only to repeat a request behind our back, and gets nothing then.
 */
final class OnceBody implements HttpRequest.BodyPublisher {
    private final HttpRequest.BodyPublisher bytes;
    private final AtomicBoolean asked = new AtomicBoolean();

    OnceBody(byte[] content) {
        this.bytes = HttpRequest.BodyPublishers.ofByteArray(content);
    }

    /** Whether the client has asked for it, so that some of it may have left. */
    boolean asked() {
        return asked.get();
    }

    @Override
    public long contentLength() {
        return bytes.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        if (asked.compareAndSet(false, true)) {
            bytes.subscribe(subscriber);
        } else {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long n) {}

                @Override
                public void cancel() {}
            });
            subscriber.onError(new IOException("A message is sent once"));
        }
    }
}

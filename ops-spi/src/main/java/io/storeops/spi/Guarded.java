package io.storeops.spi;

import io.storeops.feed.Extract;
import io.storeops.feed.FeedPage;
import io.storeops.feed.RowProblem;
import io.storeops.publishing.SendResult;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitUnknownException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An adapter whose words are masked before anybody hears them: what it throws, what a channel answers, which rows a feed
 * could not take, and the same of every port that it hands out. One proxy for all ports, so that a port of tomorrow is
 * guarded too.
 */
final class Guarded implements InvocationHandler {
    private final Object adapter;
    private final Redaction redaction;

    private Guarded(Object adapter, Redaction redaction) {
        this.adapter = adapter;
        this.redaction = redaction;
    }

    /** The adapter behind the guard, seen through one of its ports. */
    static <T> T by(Redaction redaction, Class<T> port, T adapter) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, new Guarded(adapter, redaction)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("equals") && method.getParameterCount() == 1) {
            return arguments != null && proxy == arguments[0];
        }
        try {
            return masked(method, method.invoke(adapter, arguments));
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException failure ? masked(failure, arguments) : e.getCause();
        }
    }

    /** Nobody can know whether a commit happened, whatever else its failure says: that type must stay. */
    private RuntimeException masked(RuntimeException failure, Object @Nullable [] arguments) {
        RuntimeException masked = redaction.masked(failure);
        if (masked != failure
                && failure instanceof CommitUnknownException
                && arguments != null
                && arguments[0] instanceof Changes changes) {
            return new CommitUnknownException(changes.store(), changes.id(), masked);
        }
        return masked;
    }

    private @Nullable Object masked(Method method, @Nullable Object answer) {
        if (answer instanceof SendResult result) {
            return masked(result);
        } else if (answer instanceof FeedPage<?> page) {
            return masked(page);
        } else if (answer instanceof String text) {
            return redaction.masked(text);
        }
        Optional<Class<?>> port = port(method.getGenericReturnType());
        if (answer == null || port.isEmpty()) {
            return answer;
        }
        return answer instanceof Optional<?> some
                ? some.map(each -> guarded(port.get(), each))
                : guarded(port.get(), answer);
    }

    private <T> T guarded(Class<T> port, Object answer) {
        return by(redaction, port, port.cast(answer));
    }

    /** Which of the library's interfaces an adapter hands out by a method: a feed, a scan, the blobs. */
    private static Optional<Class<?>> port(Type type) {
        Type outer = type instanceof ParameterizedType generic ? generic.getRawType() : type;
        if (outer == Optional.class) {
            return port(((ParameterizedType) type).getActualTypeArguments()[0]);
        }
        return outer instanceof Class<?> plain
                        && plain.isInterface()
                        && !plain.isSealed()
                        && plain.getName().startsWith("io.storeops.")
                ? Optional.of(plain)
                : Optional.empty();
    }

    private SendResult masked(SendResult result) {
        if (result instanceof SendResult.Accepted accepted) {
            return new SendResult.Accepted(redaction.masked(accepted.receipt()), accepted.at());
        } else if (result instanceof SendResult.Refused refused) {
            return new SendResult.Refused(redaction.masked(refused.reason()), refused.retryAt());
        }
        return new SendResult.Unknown(redaction.masked(((SendResult.Unknown) result).detail()));
    }

    private <T> FeedPage<T> masked(FeedPage<T> page) {
        return new FeedPage<>(
                page.rows(),
                page.problems().stream()
                        .map(problem -> new RowProblem(
                                redaction.masked(problem.source()),
                                problem.line(),
                                problem.column().map(redaction::masked),
                                redaction.masked(problem.reason()),
                                problem.when()))
                        .toList(),
                page.next(),
                page.sourceAsOf(),
                page.coverage(),
                page.extract().map(extract -> new Extract(redaction.masked(extract.name()), extract.states())));
    }
}

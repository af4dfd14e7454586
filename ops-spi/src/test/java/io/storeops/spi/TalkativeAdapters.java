package io.storeops.spi;

import io.storeops.Marketplace;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.feed.Coverage;
import io.storeops.feed.Extract;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feed.RowProblem;
import io.storeops.figures.MetricsFeed;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import io.storeops.id.StoreId;
import io.storeops.publishing.Channel;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import io.storeops.spi.several.SeveralMarketplacesProvider;
import io.storeops.storage.CommitId;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A storage, a marketplace and a channel that tell their secret whenever they open their mouth. */
final class TalkativeAdapters {
    private static final ConfigKey<Secret> PASSWORD = ConfigKey.secret("password", "opens the vault");
    private static final ConfigKey<Secret> TOKEN = ConfigKey.secret("token", "opens the platform");
    private static final ConfigKey<Secret> WEBHOOK = ConfigKey.secret("webhookKey", "opens the group");

    final Deque<Function<String, SendResult>> answers = new ArrayDeque<>();
    private final Storage kept;
    private Optional<Function<String, RuntimeException>> storageFault = Optional.empty();
    private Optional<String> unmade = Optional.empty();
    private Function<String, RuntimeException> fault = TalkativeAdapters::refusal;

    TalkativeAdapters(Storage kept) {
        this.kept = kept;
    }

    Adapters adapters() {
        return Adapters.of(List.of(new Vault(), new Platform(), new Robot(), new SeveralMarketplacesProvider()));
    }

    void storageFailsWith(Function<String, RuntimeException> failure) {
        storageFault = Optional.of(failure);
    }

    void cannotBeMade(String adapter, Function<String, RuntimeException> failure) {
        unmade = Optional.of(adapter);
        fault = failure;
    }

    /** What is thrown in the world: with the secret in the message, in the cause, in what was suppressed, in a foreign type. */
    static List<Function<String, RuntimeException>> failures() {
        return List.of(
                TalkativeAdapters::refusal,
                secret -> new StorageException(FaultKind.AUTH, "password " + secret, new SQLException("pw=" + secret)),
                secret -> new AdapterException(
                        FaultKind.THROTTLED, "GET /?key=" + secret, Instant.parse("2024-06-16T02:00:00Z")),
                secret -> new AdapterException(FaultKind.TRANSIENT, "reset", new IllegalStateException(secret)),
                secret -> new IllegalStateException("https://example.com/robot/" + secret),
                secret -> suppressing(new AdapterException(FaultKind.INVALID, "odd"), secret),
                secret -> new ForeignException(secret),
                secret -> new CommitUnknownException(
                        StoreId.of("S1"), CommitId.of("c"), new SQLException("pw=" + secret)));
    }

    private static RuntimeException refusal(String secret) {
        return new IllegalArgumentException("the key " + secret + " does not fit");
    }

    private static RuntimeException suppressing(RuntimeException failure, String secret) {
        failure.addSuppressed(new SQLException("closing " + secret));
        return failure;
    }

    /** An exception of somebody else's, which prints what it likes. */
    static final class ForeignException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ForeignException(String secret) {
            super("foreign", new SQLException("with " + secret));
        }

        @Override
        public String getLocalizedMessage() {
            return "foreign " + getCause();
        }
    }

    private String revealed(String adapter, AdapterConfig config, ConfigKey<Secret> key) {
        String secret = config.get(key).reveal();
        if (unmade.equals(Optional.of(adapter))) {
            throw fault.apply(secret);
        }
        return secret;
    }

    private final class Vault implements StorageProvider {
        @Override
        public String name() {
            return "vault";
        }

        @Override
        public List<ConfigKey<?>> configKeys() {
            return List.of(PASSWORD);
        }

        @Override
        public Storage create(AdapterConfig config, AdapterContext context) {
            String secret = revealed(name(), config, PASSWORD);
            return (Storage) Proxy.newProxyInstance(
                    Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("toString")) {
                            return "vault opened with " + secret;
                        } else if (storageFault.isPresent()) {
                            throw storageFault.get().apply(secret);
                        } else if (method.getName().equals("close")) {
                            throw new IllegalStateException("cannot close what " + secret + " opened");
                        }
                        try {
                            return method.invoke(kept, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    private final class Platform implements MarketplaceProvider {
        @Override
        public String name() {
            return "platform";
        }

        @Override
        public List<ConfigKey<?>> configKeys() {
            return List.of(TOKEN);
        }

        @Override
        public Marketplace create(AdapterConfig config, AdapterContext context) {
            String secret = revealed(name(), config, TOKEN);
            return new Marketplace() {
                @Override
                public Optional<MetricsFeed> metrics() {
                    return Optional.of((request, after) -> {
                        throw new AdapterException(
                                FaultKind.AUTH, "token " + secret + " expired", new SQLException(secret));
                    });
                }

                @Override
                public Optional<OrderFeed> orders() {
                    return Optional.of(ordersOf(secret));
                }
            };
        }
    }

    private static OrderFeed ordersOf(String secret) {
        return new OrderFeed() {
            @Override
            public Grain grain() {
                return Grain.ORDER;
            }

            @Override
            public FeedPage<OrderLine> read(OrdersRequest request, Optional<FeedCursor> after) {
                RowProblem problem = new RowProblem(
                        "https://example.com/?token=" + secret,
                        1,
                        Optional.of("c " + secret),
                        secret + " is not an order");
                return new FeedPage<OrderLine>(
                                List.of(), List.of(problem), Optional.empty(), Optional.empty(), Coverage.UNKNOWN)
                        .of(Extract.of("orders-" + secret + ".csv"));
            }

            @Override
            public String toString() {
                return "orders by " + secret;
            }
        };
    }

    private final class Robot implements ChannelProvider {
        @Override
        public String name() {
            return "robot";
        }

        @Override
        public List<ConfigKey<?>> configKeys() {
            return List.of(WEBHOOK);
        }

        @Override
        public Channel create(AdapterConfig config, AdapterContext context) {
            String secret = revealed(name(), config, WEBHOOK);
            return new Channel() {
                @Override
                public SendResult send(OutgoingMessage message) {
                    return answers.pop().apply(secret);
                }

                @Override
                public String toString() {
                    return "robot at https://example.com/" + secret;
                }
            };
        }
    }
}

package io.storeops.spi;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.storeops.failure.AdapterException;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.storage.DuplicateCommitException;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.StorageException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The secrets of a configuration, masked wherever they turn up in what an adapter says. A secret of fewer than
 * {@value #SHORTEST} characters is not looked for: it stands in too many words that are none of its business. Immutable.
 */
final class Redaction {
    static final int SHORTEST = 4;

    private final List<Secret> secrets;

    private Redaction(Collection<String> secrets) {
        this.secrets = secrets.stream().map(Secret::of).collect(ImmutableList.toImmutableList());
    }

    /**
     * The secrets of a document: every text below a member that the adapter named there declares as a secret. What is meant for no
     * known adapter, or stands where nothing should, is a secret if its name is one to any adapter, however wrong the
     * document is otherwise.
     */
    static Redaction of(Json document, Adapters adapters) {
        // Longest first: one secret may contain another.
        Set<String> found =
                new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(text -> text));
        Set<String> anybodys = namesOf(
                Stream.of(adapters.storages(), adapters.marketplaces(), adapters.channels(), adapters.renderers())
                        .flatMap(List::stream));
        membersOf(document, (name, member) -> {
            switch (name) {
                case "storage" -> collect(member, false, names(member, adapters.storages(), anybodys), found);
                case "renderer" -> collect(member, false, names(member, adapters.renderers(), anybodys), found);
                case "channels" ->
                    membersOf(
                            member,
                            (channel, place) ->
                                    collect(place, false, names(place, adapters.channels(), anybodys), found));
                case "stores" ->
                    elementsOf(
                            member,
                            store -> membersOf(store, (part, place) -> {
                                if (part.equals("marketplace")) {
                                    collectMarketplace(place, adapters, anybodys, found);
                                } else {
                                    collect(place, anybodys.contains(part), anybodys, found);
                                }
                            }));
                default -> collect(member, anybodys.contains(name), anybodys, found);
            }
        });
        return new Redaction(found);
    }

    /** The secrets of a marketplace, and of those that it is made of. */
    private static void collectMarketplace(Json place, Adapters adapters, Set<String> anybodys, Set<String> found) {
        collect(place, false, names(place, adapters.marketplaces(), anybodys), found);
        membersOf(place, (name, member) -> {
            if (provider(place, adapters.marketplaces())
                    .filter(provider -> provider.configKeys().stream()
                            .anyMatch(key -> key.ofMarketplaces() && key.name().equals(name)))
                    .isPresent()) {
                membersOf(member, (part, nested) -> collectMarketplace(nested, adapters, anybodys, found));
            }
        });
    }

    private static <P extends AdapterProvider<?>> Optional<P> provider(Json place, List<P> providers) {
        return place instanceof Json.Obj object && object.members().get(ConfigKey.ADAPTER) instanceof Json.Text adapter
                ? providers.stream()
                        .filter(provider -> provider.name().equals(adapter.value()))
                        .findFirst()
                : Optional.empty();
    }

    /** The names of the secrets of the adapter that a place names; those of all where it names none that is known. */
    private static Set<String> names(Json place, List<? extends AdapterProvider<?>> providers, Set<String> anybodys) {
        return provider(place, providers)
                .map(provider -> namesOf(Stream.of(provider)))
                .orElse(anybodys);
    }

    private static Set<String> namesOf(Stream<? extends AdapterProvider<?>> providers) {
        return providers
                .flatMap(provider -> provider.configKeys().stream())
                .filter(ConfigKey::secret)
                .map(ConfigKey::name)
                .collect(ImmutableSet.toImmutableSet());
    }

    private static void membersOf(Json value, BiConsumer<String, Json> each) {
        if (value instanceof Json.Obj object) {
            object.members().forEach(each);
        }
    }

    private static void elementsOf(Json value, Consumer<Json> each) {
        if (value instanceof Json.Arr array) {
            array.elements().forEach(each);
        }
    }

    private static void collect(Json value, boolean secret, Set<String> names, Set<String> found) {
        membersOf(value, (name, member) -> collect(member, secret || names.contains(name), names, found));
        elementsOf(value, element -> collect(element, secret, names, found));
        boolean nested = value instanceof Json.Obj || value instanceof Json.Arr;
        if (secret && !nested && !(value instanceof Json.Null)) {
            addForms(value instanceof Json.Text text ? text.value() : value.canonical(), found);
        }
    }

    /** As it is, in a URL, and in JSON. */
    private static void addForms(String secret, Set<String> found) {
        if (secret.length() >= SHORTEST) {
            found.add(secret);
            found.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
            String json = Json.of(secret).canonical();
            found.add(json.substring(1, json.length() - 1));
        }
    }

    boolean isEmpty() {
        return secrets.isEmpty();
    }

    String masked(String text) {
        String masked = text;
        for (Secret secret : secrets) {
            masked = masked.replace(secret.reveal(), Secret.MASK);
        }
        return masked;
    }

    /**
     * A failure without secrets: itself if it has none, otherwise one of the same kind with the same stack trace. Only
     * public types are kept; what becomes of others tells the name of their class.
     */
    RuntimeException masked(RuntimeException failure) {
        return reveals(failure, Collections.newSetFromMap(new IdentityHashMap<>())) ? copy(failure) : failure;
    }

    /**
     * Whether the words are the library's own, made of tables and keys: the engine lives by the type of these, which a secret
     * that happens to be the name of a table must not take from it.
     */
    private static boolean ownWords(Throwable failure) {
        return failure instanceof StaleWriteException || failure instanceof DuplicateCommitException;
    }

    private boolean reveals(Throwable failure, Set<Throwable> seen) {
        if (!seen.add(failure)) {
            return false;
        }
        String text = failure + "\n" + failure.getMessage() + "\n" + failure.getLocalizedMessage();
        if (!ownWords(failure) && !masked(text).equals(text)) {
            return true;
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (reveals(suppressed, seen)) {
                return true;
            }
        }
        return failure.getCause() != null && reveals(failure.getCause(), seen);
    }

    private RuntimeException copy(RuntimeException failure) {
        return finished(alike(failure), failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private RuntimeException alike(RuntimeException failure) {
        String message = masked(String.valueOf(failure.getMessage()));
        if (failure instanceof ConfigurationException wrong) {
            return new ConfigurationException(
                    wrong.problems().stream().map(this::masked).toList());
        } else if (failure instanceof DocumentException wrong) {
            return document(wrong, message);
        } else if (failure instanceof StorageException failed) {
            return new StorageException(failed.kind(), message);
        } else if (failure instanceof AdapterException failed) {
            return failed.retryAt()
                    .map(at -> new AdapterException(failed.kind(), message, at))
                    .orElseGet(() -> new AdapterException(failed.kind(), message));
        } else if (failure instanceof IllegalArgumentException) {
            return new IllegalArgumentException(message);
        }
        return new Redacted(failure, message);
    }

    /** Its message is "document path: found rule"; the parts are taken from it again. */
    private static DocumentException document(DocumentException wrong, String message) {
        String[] sides = message.split(Pattern.quote(" " + wrong.path() + ": "), 2);
        String[] words = sides[sides.length - 1].split(" ", 2);
        return new DocumentException(sides[0], wrong.path(), words[0], words[words.length - 1]);
    }

    private RuntimeException finished(RuntimeException copy, Throwable original, Set<Throwable> seen) {
        seen.add(original);
        copy.setStackTrace(original.getStackTrace());
        Throwable cause = original.getCause();
        if (cause != null && !seen.contains(cause)) {
            copy.initCause(cause(cause, seen));
        }
        for (Throwable suppressed : original.getSuppressed()) {
            if (!seen.contains(suppressed)) {
                copy.addSuppressed(cause(suppressed, seen));
            }
        }
        return copy;
    }

    private Throwable cause(Throwable original, Set<Throwable> seen) {
        return finished(new Redacted(original, masked(String.valueOf(original.getMessage()))), original, seen);
    }

    /** Stands for an exception whose own type cannot be made without its secrets. */
    static final class Redacted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Redacted(Throwable original, String message) {
            super(original.getClass().getName() + ": " + message);
        }
    }
}

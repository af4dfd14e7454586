package io.storeops.spi;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One walk over the providers of one kind. ServiceLoader reports most faults with the provider's name, but throws the bare
 * {@link LinkageError} of a missing superclass from {@code hasNext}; such a fault gets the name that the service files hold
 * and nobody else accounts for.
 */
final class Discovery<P extends AdapterProvider<?>> {
    /** A loader that fails without moving on would fail for ever. */
    private static final int MOST_FAULTS = 100;

    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]*");

    private final String kind;
    private final Class<P> service;
    private final List<P> providers = new ArrayList<>();
    private final List<Throwable> errors = new ArrayList<>();
    private final List<AdapterFault> unusable = new ArrayList<>();
    private final Set<String> listed = new LinkedHashSet<>();

    Discovery(String kind, Class<P> service, ClassLoader loader) {
        this.kind = kind;
        this.service = service;
        list(loader);
        Iterator<P> found = ServiceLoader.load(service, loader).iterator();
        while (errors.size() < MOST_FAULTS) {
            try {
                if (!found.hasNext()) {
                    break;
                }
                take(found.next());
            } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
                errors.add(e);
            }
        }
    }

    private void list(ClassLoader loader) {
        try {
            for (URL file : Collections.list(loader.getResources("META-INF/services/" + service.getName()))) {
                URLConnection connection = file.openConnection();
                connection.setUseCaches(false);
                try (InputStream lines = connection.getInputStream()) {
                    new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.replaceAll("#.*", "").strip())
                            .filter(line -> !line.isEmpty())
                            .forEach(listed::add);
                }
            }
        } catch (IOException e) {
            errors.add(e);
        }
    }

    private void take(P provider) {
        String type = provider.getClass().getName();
        listed.remove(type);
        try {
            String name = provider.name();
            long names = provider.configKeys().stream()
                    .map(ConfigKey::name)
                    .distinct()
                    .count();
            if (!SLUG.matcher(name).matches()) {
                unusable.add(
                        new AdapterFault(kind, type, "its name '" + name + "' is not a slug (expected " + SLUG + ")"));
            } else if (names != provider.configKeys().size()) {
                unusable.add(new AdapterFault(kind, type, "it names a key twice: " + provider.configKeys()));
            } else {
                providers.add(provider);
            }
        } catch (LinkageError | RuntimeException | StackOverflowError e) {
            unusable.add(new AdapterFault(kind, type, e.toString()));
        }
    }

    List<P> providers() {
        return providers;
    }

    List<AdapterFault> faults() {
        List<Optional<String>> names = new ArrayList<>();
        for (Throwable error : errors) {
            Optional<String> name =
                    listed.stream().filter(type -> mentions(error, type)).findFirst();
            name.ifPresent(listed::remove);
            names.add(name);
        }
        Iterator<String> rest = listed.iterator();
        boolean told = names.stream().filter(Optional::isEmpty).count() == listed.size();
        ImmutableList.Builder<AdapterFault> faults = ImmutableList.builder();
        for (int i = 0; i < errors.size(); i++) {
            String name = names.get(i).orElseGet(() -> told ? rest.next() : "META-INF/services/" + service.getName());
            faults.add(new AdapterFault(kind, name, reason(errors.get(i))));
        }
        return faults.addAll(unusable).build();
    }

    private static boolean mentions(Throwable error, String type) {
        // Not merely contains: one class name may be the beginning of another.
        return Pattern.compile("(?<![\\w.$])" + Pattern.quote(type) + "(?![\\w.$])")
                .matcher(String.valueOf(error.getMessage()))
                .find();
    }

    private static String reason(Throwable error) {
        boolean wrapped = error instanceof ServiceConfigurationError && error.getCause() != null;
        String own = error instanceof ServiceConfigurationError ? String.valueOf(error.getMessage()) : error.toString();
        return wrapped ? own + ": " + error.getCause() : own;
    }
}

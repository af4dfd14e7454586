package io.storeops.spi;

import io.storeops.Marketplace;
import io.storeops.StoreOps;
import io.storeops.document.DocumentRenderer;
import io.storeops.enrolment.Enrolment;
import io.storeops.enrolment.EnrolmentDocument;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.publishing.Channel;
import io.storeops.publishing.UnknownPolicy;
import io.storeops.reporting.ReleaseFormat;
import io.storeops.storage.Storage;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A configuration in two steps: read everything and refuse all that is wrong, then make the adapters and open. */
final class Assembly {
    private static final String UNKNOWN = "unknown";

    private final Adapters adapters;
    private final AdapterContext context;
    private final Redaction redaction;
    private final List<String> problems = new ArrayList<>();
    private final List<Enrolment> enrolments = new ArrayList<>();
    private final Map<StoreId, Part<Marketplace>> marketplaces = new LinkedHashMap<>();
    private final Map<String, Route> channels = new LinkedHashMap<>();
    private final Optional<Part<Storage>> storage;
    private final Optional<Part<DocumentRenderer>> renderer;
    private final ReleaseFormat releases;
    private final Deque<AutoCloseable> made = new ArrayDeque<>();

    private record Part<T>(JsonReader place, AdapterProvider<T> provider, AdapterConfig config) {}

    private record Route(Part<Channel> channel, UnknownPolicy unknown) {}

    private Assembly(JsonReader root, Adapters adapters, AdapterContext context, Redaction redaction) {
        this.adapters = adapters;
        this.context = context;
        this.redaction = redaction;
        root.onlyMembers(Set.of("storage", "stores", "channels", "releases", "renderer"));
        this.storage = part(root.member("storage"), Set.of(), adapters::storage);
        for (JsonReader store : root.elements("stores")) {
            readStore(store.onlyMembers(Set.of("catalog", "roster", "marketplace")));
        }
        root.findMember("channels").ifPresent(all -> readChannels(all));
        this.renderer = root.findMember("renderer").flatMap(place -> part(place, Set.of(), adapters::renderer));
        this.releases = root.findMember("releases").map(Assembly::readReleases).orElse(ReleaseFormat.PLAIN);
    }

    private static ReleaseFormat readReleases(JsonReader place) {
        return place.onlyMembers(Set.of("anchor"))
                        .findMember("anchor")
                        .map(JsonReader::flag)
                        .orElse(false)
                ? ReleaseFormat.ANCHORED
                : ReleaseFormat.PLAIN;
    }

    static Assembly read(JsonReader root, Adapters adapters, AdapterContext context, Redaction redaction) {
        Assembly assembly = new Assembly(root, adapters, context, redaction);
        if (!assembly.problems.isEmpty()) {
            throw new ConfigurationException(assembly.problems);
        }
        return assembly;
    }

    private void readStore(JsonReader store) {
        Path catalog = file(store, "catalog");
        Path roster = file(store, "roster");
        Enrolment enrolment = EnrolmentDocument.read(
                String.valueOf(catalog.getFileName()),
                JsonCodec.read(catalog),
                String.valueOf(roster.getFileName()),
                JsonCodec.read(roster));
        StoreId id = enrolment.store().id();
        if (enrolments.stream().anyMatch(other -> other.store().id().equals(id))) {
            throw store.member("catalog").refusal("is of store " + id + ", which stands here already");
        }
        enrolments.add(enrolment);
        store.findMember("marketplace")
                .flatMap(place -> part(place, Set.of(), adapters::marketplace))
                .ifPresent(part -> marketplaces.put(id, part));
    }

    private Path file(JsonReader store, String member) {
        return context.resolve(store.member(member).as("is not a path", Path::of));
    }

    private void readChannels(JsonReader all) {
        for (String name : all.names()) {
            JsonReader place = all.member(name);
            UnknownPolicy unknown = place.findMember(UNKNOWN)
                    .map(policy -> policy.as("is not a policy (expected HOLD or REPEAT)", UnknownPolicy::valueOf))
                    .orElse(UnknownPolicy.HOLD);
            part(place, Set.of(UNKNOWN), adapters::channel)
                    .ifPresent(part -> channels.put(name, new Route(part, unknown)));
        }
    }

    /** An adapter with its settings; empty if something is wrong with them, which is among the problems then. */
    private <T> Optional<Part<T>> part(
            JsonReader place, Set<String> ours, Function<String, ? extends AdapterProvider<T>> byName) {
        String name = place.text(ConfigKey.ADAPTER);
        try {
            AdapterProvider<T> provider = byName.apply(name);
            AdapterConfig config = AdapterConfig.beside(name, provider.configKeys(), (Json.Obj) place.value(), ours);
            provider.configKeys().stream()
                    .filter(ConfigKey::ofMarketplaces)
                    .flatMap(key -> place.findMember(key.name()).stream())
                    .forEach(this::checkMarketplaces);
            return Optional.of(new Part<>(place, provider, config));
        } catch (ConfigurationException e) {
            e.problems().forEach(problem -> problems.add(at(place, problem)));
            return Optional.empty();
        }
    }

    /** What is wrong with the settings of marketplaces that another is made of is told before anything is made. */
    private void checkMarketplaces(JsonReader all) {
        all.names().forEach(name -> part(all.member(name), Set.of(), adapters::marketplace));
    }

    private static String at(JsonReader place, String problem) {
        return place.document() + " " + place.path() + ": " + problem;
    }

    /** Makes the adapters and opens the library; closes what was made if anything fails. */
    StoreOps open() {
        try {
            StoreOps.Builder builder = StoreOps.builder().clock(context.clock()).releases(releases);
            storage.ifPresent(part -> builder.storage(make(Storage.class, part)));
            marketplaces.forEach((store, part) -> builder.marketplace(store, make(Marketplace.class, part)));
            channels.forEach(
                    (name, route) -> builder.channel(name, make(Channel.class, route.channel()), route.unknown()));
            renderer.ifPresent(part -> builder.renderer(make(DocumentRenderer.class, part)));
            StoreOps ops = builder.build();
            made.clear();
            made.push(ops);
            enrolments.forEach(ops::enrol);
            return ops;
        } catch (RuntimeException | Error e) {
            closeMade(e);
            throw e;
        }
    }

    private <T extends AutoCloseable> T make(Class<T> port, Part<T> part) {
        try {
            T adapter = part.provider().create(part.config(), context);
            T heard = part.config().hasSecret() ? Guarded.by(redaction, port, adapter) : adapter;
            made.push(heard);
            return heard;
        } catch (IllegalArgumentException | LinkageError e) {
            ConfigurationException refusal = new ConfigurationException(List.of(at(
                    part.place(),
                    "Adapter '" + part.provider().name() + "' cannot be made: "
                            + (e instanceof IllegalArgumentException ? e.getMessage() : e.toString()))));
            refusal.initCause(e);
            throw refusal;
        }
    }

    private void closeMade(Throwable failure) {
        while (!made.isEmpty()) {
            try {
                made.pop().close();
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
        }
    }
}

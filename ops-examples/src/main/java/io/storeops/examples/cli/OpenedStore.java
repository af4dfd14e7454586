package io.storeops.examples.cli;

import io.storeops.Desk;
import io.storeops.StoreOps;
import io.storeops.catalog.Catalogue;
import io.storeops.catalog.Skus;
import io.storeops.catalog.Store;
import io.storeops.enrolment.Enrolment;
import io.storeops.enrolment.EnrolmentDocument;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.json.JsonReader;
import io.storeops.position.Roster;
import io.storeops.spi.Adapters;
import io.storeops.spi.JsonCodec;
import io.storeops.spi.StoreOpsLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * A store of a configuration, opened as its host opens it, with the desk of a person. Used by one thread.
 *
 * @param ops the library
 * @param enrolment what the store's documents say
 * @param desk the person's desk
 */
record OpenedStore(StoreOps ops, Enrolment enrolment, Desk desk) implements AutoCloseable {
    /** The program begins here: what is overdue is so now. */
    static final Clock CLOCK = Clock.systemUTC();

    /**
     * Opens a store.
     *
     * @param configuration the file that the host opens the library with
     * @param adapters the adapters that it may name
     * @param store the store's id; empty if the configuration has but one
     * @param person who looks
     * @throws WrongUse if the configuration has no such store, or several and none is named
     */
    static OpenedStore open(Path configuration, Adapters adapters, Optional<String> store, String person) {
        ActorId actor = ActorId.of(person);
        Enrolment enrolment = find(configuration, store.map(StoreId::of));
        StoreOps ops = StoreOpsLoader.open(configuration, adapters, CLOCK);
        return new OpenedStore(ops, enrolment, ops.deskOf(actor));
    }

    private static Enrolment find(Path configuration, Optional<StoreId> wanted) {
        JsonReader root = JsonReader.root(String.valueOf(configuration.getFileName()), JsonCodec.read(configuration));
        List<Enrolment> all = root.elements("stores").stream()
                .map(place -> read(configuration, place))
                .toList();
        List<Enrolment> meant = all.stream()
                .filter(each -> wanted.map(each.store().id()::equals).orElse(true))
                .toList();
        if (meant.size() != 1) {
            throw new WrongUse("The configuration " + configuration + " has the stores "
                    + all.stream().map(each -> each.store().id()).toList() + ". Name one of them with --store");
        }
        return meant.get(0);
    }

    private static Enrolment read(Path configuration, JsonReader store) {
        Path catalog = configuration.resolveSibling(store.text("catalog"));
        Path roster = configuration.resolveSibling(store.text("roster"));
        return EnrolmentDocument.read(
                String.valueOf(catalog.getFileName()),
                JsonCodec.read(catalog),
                String.valueOf(roster.getFileName()),
                JsonCodec.read(roster));
    }

    Store store() {
        return enrolment.store();
    }

    StoreId id() {
        return enrolment.store().id();
    }

    Roster roster() {
        return enrolment.roster();
    }

    /** What people call an item, a SKU or a rival's item. */
    Optional<String> findWords(String subject) {
        return new Catalogue(enrolment.items(), Skus.of(enrolment.items(), enrolment.skus()), enrolment.competitors())
                .findWords(subject);
    }

    @Override
    public void close() {
        ops.close();
    }
}

package io.storeops.examples.cli;

import static java.util.Objects.requireNonNull;

import io.storeops.StoreOps;
import io.storeops.adapter.csv.storage.CsvStore;
import io.storeops.evidence.Anchor;
import io.storeops.evidence.AuditChain;
import io.storeops.id.StoreId;
import io.storeops.spi.Adapters;
import io.storeops.storage.Cursor;
import io.storeops.storage.Page;
import io.storeops.storage.Storage;
import io.storeops.storage.StoreView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The audit chains of a CSV store, checked offline. Opening a store locks its folder and may write to it, so a copy of its tables
 * is opened instead, in a folder that only this user can read and that is deleted afterwards.
 */
final class TrailCheck {
    /** Opening or copying it, and closing that again, could let go of the lock of whoever has the store open. */
    private static final String LOCK = "_lock";

    private static final int ATTEMPTS = 5;

    private final Adapters adapters;
    private final List<Anchor> anchors;

    TrailCheck(Adapters adapters, List<Anchor> anchors) {
        this.adapters = requireNonNull(adapters, "adapters");
        this.anchors = List.copyOf(anchors);
    }

    /**
     * Checks every trail of a sound folder.
     *
     * @return what was found of each store in the folder, and of each store that an anchor names
     * @throws WrongUse if the folder keeps changing
     */
    SortedMap<StoreId, AuditChain.Result> check(Path folder) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Path copy = Files.createTempDirectory("storeops-verify");
            try {
                if (copied(folder, copy)
                        && CsvStore.verify(copy, StoreOps.tables()).opens()) {
                    return checkIn(copy);
                }
            } finally {
                delete(copy);
            }
        }
        throw new WrongUse("The store " + folder + " kept changing while its trail was copied; try again");
    }

    private static boolean copied(Path folder, Path copy) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !name.equals(LOCK)) {
                    Files.copy(file, copy.resolve(name));
                }
            }
            return true;
        } catch (NoSuchFileException e) {
            // A checkpoint has just replaced the file.
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private SortedMap<StoreId, AuditChain.Result> checkIn(Path copy) {
        Clock unused = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        Map<StoreId, List<Anchor>> byStore =
                new TreeMap<>(anchors.stream().collect(Collectors.groupingBy(Anchor::store)));
        SortedMap<StoreId, AuditChain.Result> results = new TreeMap<>();
        try (Storage storage = new StorageChoice("csv", Map.of("directory", copy.toString())).open(adapters, unused)) {
            Optional<Cursor> after = Optional.empty();
            do {
                Page<StoreId> page = storage.stores(after);
                page.items().forEach(store -> byStore.putIfAbsent(store, List.of()));
                after = page.next();
            } while (after.isPresent());
            byStore.forEach((store, kept) -> results.put(store, AuditChain.check(StoreView.of(storage, store), kept)));
        }
        return results;
    }
}

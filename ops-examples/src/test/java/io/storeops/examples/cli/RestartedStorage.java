package io.storeops.examples.cli;

import io.storeops.calendar.SettableClock;
import io.storeops.spi.Adapters;
import io.storeops.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A storage in a folder that is opened again and again, each time with what is on the disk. Used by one thread. */
interface RestartedStorage extends Function<SettableClock, Storage>, AutoCloseable {
    @Override
    void close();

    /** One that the library closes before it is opened anew. */
    static RestartedStorage closed(String storage) {
        return new RestartedStorage() {
            @Override
            public Storage apply(SettableClock clock) {
                return StorageChoice.parse(storage)
                        .open(Adapters.discover(RestartedStorage.class.getClassLoader()), clock);
            }

            @Override
            public void close() {}
        };
    }

    /**
     * One in CSV files that nobody closes, as if the process was killed: the next one is opened on a copy of the folder as it lay there, and
     * only then is the old one closed, where nobody looks.
     */
    static RestartedStorage abandoned(Path folder) {
        return new Abandoned(folder);
    }

    /** The storage of killed processes. */
    final class Abandoned implements RestartedStorage {
        private final Path folder;
        private int life;
        private Runnable burial = () -> {};

        private Abandoned(Path folder) {
            this.folder = folder;
        }

        private Path place() {
            return folder.resolve("life-" + life);
        }

        @Override
        public Storage apply(SettableClock clock) {
            Path left = place();
            life++;
            if (Files.exists(left)) {
                copy(left, place());
            }
            close();
            Storage open = StorageChoice.parse("csv:" + place())
                    .open(Adapters.discover(RestartedStorage.class.getClassLoader()), clock);
            Path mine = place();
            burial = () -> {
                open.close();
                delete(mine);
            };
            return neverClosed(open);
        }

        @Override
        public void close() {
            burial.run();
            burial = () -> {};
        }

        private static Storage neverClosed(Storage storage) {
            return (Storage) Proxy.newProxyInstance(
                    Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            return null;
                        }
                        try {
                            return method.invoke(storage, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        private static void copy(Path from, Path to) {
            try {
                for (Path file : below(from)) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path place) {
            try {
                for (Path file :
                        below(place).stream().sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<Path> below(Path place) throws IOException {
            try (Stream<Path> tree = Files.walk(place)) {
                return tree.sorted().toList();
            }
        }
    }
}

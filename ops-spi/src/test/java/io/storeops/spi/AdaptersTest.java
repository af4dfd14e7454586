package io.storeops.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdaptersTest {
    private static final String SERVICES = "META-INF/services/";

    @TempDir
    private Path directory;

    private final List<URLClassLoader> loaders = new ArrayList<>();

    @AfterEach
    void closeLoaders() throws IOException {
        for (URLClassLoader loader : loaders) {
            loader.close();
        }
    }

    private static String provider(String type, String name, String body) {
        return """
                package plug;
                public class %s implements io.storeops.spi.StorageProvider {
                    %s
                    public String name() { return "%s"; }
                    public java.util.List<io.storeops.spi.ConfigKey<?>> configKeys() { return java.util.List.of(); }
                    public io.storeops.storage.Storage create(
                            io.storeops.spi.AdapterConfig config, io.storeops.spi.AdapterContext context) {
                        throw new IllegalStateException();
                    }
                }
                """.formatted(type, body, name);
    }

    /** A place on the class path with these classes and, in this order, these lines in its service file. */
    private Path place(String name, Map<String, String> sources, List<String> lines) throws IOException {
        Path place = Files.createDirectories(directory.resolve(name));
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                place.toString(),
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-encoding",
                "UTF-8"));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file =
                    Files.createDirectories(directory.resolve("src-" + name)).resolve(source.getKey() + ".java");
            Files.writeString(file, source.getValue());
            arguments.add(file.toString());
        }
        int failed = sources.isEmpty()
                ? 0
                : ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertEquals(0, failed, "the test's classes do not compile");
        Files.createDirectories(place.resolve(SERVICES));
        Files.write(place.resolve(SERVICES + StorageProvider.class.getName()), lines);
        return place;
    }

    private ClassLoader loader(Path... places) {
        List<URL> urls = new ArrayList<>();
        for (Path place : places) {
            try {
                urls.add(place.toUri().toURL());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        // This jar's own service files, which the parent would add, are not what is tested here.
        URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), AdaptersTest.class.getClassLoader()) {
            @Override
            public java.util.Enumeration<URL> getResources(String name) throws IOException {
                return findResources(name);
            }
        };
        loaders.add(loader);
        return loader;
    }

    private static List<String> names(Adapters adapters) {
        return adapters.storages().stream().map(AdapterProvider::name).toList();
    }

    private static List<String> faulty(Adapters adapters) {
        return adapters.faults().stream().map(AdapterFault::provider).toList();
    }

    @Test
    void findsWhatThisJarBrings() {
        Adapters adapters = Adapters.discover(Adapters.class.getClassLoader());
        assertEquals(List.of(), adapters.faults());
        assertEquals("memory", adapters.storage("memory").name());
        assertEquals(
                List.of("file", "log"),
                adapters.channels().stream().map(AdapterProvider::name).toList());
    }

    @Test
    void loadsTheGoodAndNamesTheBroken() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        sources.put("Good", provider("Good", "good", ""));
        sources.put("Better", provider("Better", "better", ""));
        sources.put(
                "Throws",
                provider("Throws", "throws", "public Throws() { throw new IllegalStateException(\"no disk\"); }"));
        sources.put(
                "Static",
                provider(
                        "Static",
                        "static",
                        "static { if (true) { throw new IllegalStateException(\"no licence\"); } }"));
        sources.put("Stranger", "package plug; public class Stranger { public Stranger() {} }");
        sources.put("Hidden", provider("Hidden", "hidden", "private Hidden() {}"));
        sources.put("Driver", "package plug; public class Driver {}");
        sources.put("Needy", provider("Needy", "needy", "private final Object driver = new Driver();"));
        sources.put("Parent", provider("Parent", "parent", ""));
        sources.put("Orphan", "package plug; public class Orphan extends Parent {}");
        sources.put(
                "Hungry",
                provider("Hungry", "hungry", "public Hungry() { throw new OutOfMemoryError(\"Java heap\"); }"));
        Path place = place(
                "ten",
                sources,
                List.of(
                        "plug.Throws",
                        "plug.Gone",
                        "plug.Good",
                        "plug.Static",
                        "plug.Stranger",
                        "plug.Hidden",
                        "plug.Needy",
                        "plug.Orphan",
                        "plug.Hungry",
                        "plug.Better"));
        Files.delete(place.resolve("plug/Driver.class"));
        Files.delete(place.resolve("plug/Parent.class"));

        Adapters adapters = Adapters.discover(loader(place));

        assertEquals(List.of("better", "good"), names(adapters));
        String service = "io.storeops.spi.StorageProvider: ";
        assertEquals(
                List.of(
                        "storage adapter plug.Throws: " + service
                                + "Provider plug.Throws could not be instantiated: java.lang.IllegalStateException: no disk",
                        "storage adapter plug.Gone: " + service + "Provider plug.Gone not found",
                        "storage adapter plug.Static: " + service
                                + "Provider plug.Static could not be instantiated:"
                                + " java.lang.ExceptionInInitializerError",
                        "storage adapter plug.Stranger: " + service + "plug.Stranger not a subtype",
                        "storage adapter plug.Hidden: " + service
                                + "plug.Hidden Unable to get public no-arg constructor: java.lang.NoSuchMethodException:"
                                + " plug.Hidden.<init>()",
                        "storage adapter plug.Needy: " + service
                                + "Provider plug.Needy could not be instantiated: java.lang.NoClassDefFoundError:"
                                + " plug/Driver",
                        "storage adapter plug.Orphan: java.lang.NoClassDefFoundError: plug/Parent",
                        "storage adapter plug.Hungry: " + service
                                + "Provider plug.Hungry could not be instantiated: java.lang.OutOfMemoryError: Java heap"),
                adapters.faults().stream().map(AdapterFault::toString).toList());
    }

    @Test
    void namesAServiceFileThatIsGarbageAndReadsTheNext() throws IOException {
        Path garbage = place("garbage", Map.of(), List.of("not a class name"));
        Path good = place("good", Map.of("Good", provider("Good", "good", "")), List.of("# ours", "plug.Good # good"));
        Adapters adapters = Adapters.discover(loader(garbage, good));
        assertEquals(List.of("good"), names(adapters));
        assertEquals(1, adapters.faults().size());
        assertEquals(
                "io.storeops.spi.StorageProvider: " + garbage.toUri().toURL() + SERVICES
                        + "io.storeops.spi.StorageProvider:1: Illegal configuration-file syntax",
                adapters.faults().get(0).reason());
    }

    @Test
    void namesProvidersThatBreakTheRules() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        sources.put("Shouting", provider("Shouting", "My Storage", ""));
        sources.put("Endless", provider("Endless", "endless", "").replace("return \"endless\";", "return name();"));
        sources.put(
                "Twice",
                provider("Twice", "twice", "")
                        .replace(
                                "return java.util.List.of();",
                                "var key = io.storeops.spi.ConfigKey.text(\"url\", \"where\");"
                                        + " return java.util.List.of(key, key);"));
        Path place = place("rules", sources, List.of("plug.Shouting", "plug.Endless", "plug.Twice"));
        Adapters adapters = Adapters.discover(loader(place));
        assertEquals(
                List.of(
                        "storage adapter plug.Shouting: its name 'My Storage' is not a slug (expected [a-z][a-z0-9-]*)",
                        "storage adapter plug.Endless: java.lang.StackOverflowError",
                        "storage adapter plug.Twice: it names a key twice: [url, url]"),
                adapters.faults().stream().map(AdapterFault::toString).toList());
        assertEquals(List.of(), names(adapters));
    }

    @Test
    void refusesTwoOfOneNameAndNamesBothClasses() throws IOException {
        Path place = place(
                "clash",
                Map.of("Left", provider("Left", "mongo", ""), "Right", provider("Right", "mongo", "")),
                List.of("plug.Left", "plug.Right"));
        ClassLoader loader = loader(place);
        assertEquals(
                "Two storage adapters are named 'mongo': plug.Left and plug.Right."
                        + " Take one of their jars off the class path",
                assertThrows(ConfigurationException.class, () -> Adapters.discover(loader))
                        .getMessage());
    }

    @Test
    void saysWhatThereIsWhenANameIsUnknown() throws IOException {
        Path place = place("one", Map.of("Good", provider("Good", "good", "")), List.of("plug.Good"));
        Adapters adapters = Adapters.discover(loader(place));
        assertSame(adapters.storages().get(0), adapters.storage("good"));
        assertEquals(
                "No storage adapter named 'mongo'. Found: [good]. Is its jar on the class path?",
                assertThrows(ConfigurationException.class, () -> adapters.storage("mongo"))
                        .getMessage());
        assertEquals(
                "No marketplace adapter named 'taobao'. Found: []. Is its jar on the class path?",
                assertThrows(ConfigurationException.class, () -> adapters.marketplace("taobao"))
                        .getMessage());
    }

    @Test
    void namesTheBrokenOnesWhenANameIsUnknown() throws IOException {
        Adapters adapters = Adapters.discover(loader(place("gone", Map.of(), List.of("plug.Mongo"))));
        assertEquals(List.of("plug.Mongo"), faulty(adapters));
        assertEquals(
                "No storage adapter named 'mongo'. Found: []. Is its jar on the class path? Could not be loaded:"
                        + " [storage adapter plug.Mongo: io.storeops.spi.StorageProvider: Provider plug.Mongo not found]",
                assertThrows(ConfigurationException.class, () -> adapters.storage("mongo"))
                        .getMessage());
    }
}

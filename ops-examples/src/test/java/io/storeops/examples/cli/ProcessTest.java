package io.storeops.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.examples.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process of its own: what the machine's zone, locale and charset are must not show. */
class ProcessTest {
    @TempDir
    Path temp;

    private Ran process(List<String> machine, String... args) throws IOException, InterruptedException {
        return process(System.getProperty("java.class.path"), machine, args);
    }

    private Ran process(String classPath, List<String> machine, String... args)
            throws IOException, InterruptedException {
        List<String> java = new ArrayList<>(machine);
        java.addAll(List.of("-cp", classPath, Main.class.getName()));
        return Ran.process(temp, java, args);
    }

    @Test
    void givesTheSameTextAndFilesOnEveryMachine() throws IOException, InterruptedException {
        List<List<String>> machines = List.of(
                List.of("-Duser.timezone=UTC", "-Dfile.encoding=UTF-8"),
                List.of("-Duser.timezone=Asia/Shanghai", "-Dfile.encoding=GB18030", "-Duser.language=zh"),
                List.of("-Duser.timezone=America/New_York", "-Dfile.encoding=US-ASCII", "-Duser.language=ar"));
        List<Ran> runs = new ArrayList<>();
        List<Map<String, String>> files = new ArrayList<>();
        for (List<String> machine : machines) {
            runs.add(process(machine, "demo", "--out", "demo"));
            files.add(texts(temp.resolve("demo")));
            delete(temp.resolve("demo"));
        }
        assertEquals(0, runs.get(0).code(), runs.get(0).err());
        assertEquals("", runs.get(0).err());
        assertTrue(
                files.get(0).keySet().stream().anyMatch(name -> name.endsWith("board.html")), files.get(0)::toString);
        for (int machine = 1; machine < machines.size(); machine++) {
            assertEquals(runs.get(0), runs.get(machine));
            assertEquals(files.get(0), files.get(machine));
        }
    }

    /** The releases and the board; the store's commits bear random names. */
    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.startsWith("store")) {
                    texts.put(name, Files.readString(file, UTF_8));
                }
            }
        }
        return texts;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walked = Files.walk(folder)) {
            files = new ArrayList<>(walked.toList());
        }
        Collections.reverse(files);
        for (Path file : files) {
            Files.delete(file);
        }
    }

    @Test
    void writesUtf8WhateverTheCharsetOfTheMachineIs() throws IOException, InterruptedException {
        Files.writeString(temp.resolve("orders.csv"), "a,b\n1,2\n");
        Ran ran = process(
                List.of("-Dfile.encoding=US-ASCII", "-Dsun.stderr.encoding=US-ASCII"),
                "day",
                "--orders",
                "orders.csv",
                "--profile",
                "tmall-orders",
                "--store",
                "S1",
                "--date",
                "2020-02-25");
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("订单编号"), ran.err());
        assertEquals(1, ran.err().lines().count(), ran.err());
    }

    @Test
    void namesAnAdapterThatCannotBeUsed() throws IOException, InterruptedException {
        Path services = Files.createDirectories(temp.resolve("broken/META-INF/services"));
        Files.writeString(services.resolve("io.storeops.spi.StorageProvider"), "com.example.MongoProvider\n");
        String classPath = System.getProperty("java.class.path") + File.pathSeparator + temp.resolve("broken");
        Ran ran = process(classPath, List.of(), "adapters");
        assertEquals(1, ran.code(), ran.err());
        assertTrue(
                ran.lines().stream()
                        .anyMatch(line -> line.startsWith("finding: ") && line.contains("com.example.MongoProvider")),
                ran.out());
        assertTrue(ran.lines().contains("  memory  io.storeops.spi.builtin.MemoryStorageProvider"), ran.out());
    }
}

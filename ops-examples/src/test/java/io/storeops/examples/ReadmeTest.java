package io.storeops.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file), StandardCharsets.UTF_8);
    }

    @Test
    void showsTheQuickstartThatRuns() throws IOException {
        String source = read("ops-examples/src/main/java/io/storeops/examples/QuickstartExample.java");
        String region = source.substring(
                source.indexOf('\n', source.indexOf("// tag::quickstart[]")) + 1,
                source.indexOf("// end::quickstart[]"));
        String readme = read("README.md");
        int start = readme.indexOf("```java\n", readme.indexOf("<!-- quickstart")) + "```java\n".length();
        assertEquals(
                region.stripIndent().strip(),
                readme.substring(start, readme.indexOf("```", start)).strip());
    }

    @Test
    void linksToFilesThatAreThere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (String page : List.of(
                "README.md",
                "CONTRIBUTING.md",
                "docs/architecture.md",
                "docs/domain.md",
                "docs/board.md",
                "docs/files.md",
                "docs/csv-profiles.md",
                "docs/profiles.md",
                "docs/detection.md",
                "docs/benchmarks.md")) {
            Path folder = ROOT.resolve(page).getParent();
            Matcher link = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(read(page));
            while (link.find()) {
                if (!Files.exists(folder.resolve(link.group(1)))) {
                    broken.add(page + " -> " + link.group(1));
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void namesClassesThatAreThere() throws IOException {
        List<String> unknown = new ArrayList<>();
        Matcher name = Pattern.compile("`([a-z]+)\\.([A-Z][A-Za-z]+)[.`]").matcher(read("docs/domain.md"));
        int names = 0;
        while (name.find()) {
            names++;
            Path type =
                    ROOT.resolve("ops-core/src/main/java/io/storeops/" + name.group(1) + "/" + name.group(2) + ".java");
            if (!Files.exists(type)) {
                unknown.add(name.group());
            }
        }
        assertEquals(List.of(), unknown);
        assertTrue(names > 20, "the page names classes as `package.Type`");
    }
}

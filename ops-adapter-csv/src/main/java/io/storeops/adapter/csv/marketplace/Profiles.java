package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.FileFaults;
import io.storeops.adapter.csv.file.SourceFiles;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.JsonCodec;
import io.storeops.spi.ShownText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where profiles come from: those that ship with the library by name, any other by the path of its document. */
final class Profiles {
    /** The names of the profiles that ship with the library. */
    static final List<String> SHIPPED = List.of(
            "ad-spend",
            "amazon-asin-day",
            "doudian-orders",
            "erp-stock",
            "jd-sz-skus",
            "online-retail",
            "pdd-orders",
            "price-book",
            "qianniu-orders",
            "shopify-orders",
            "shopify-products",
            "shopify-products-2024",
            "store-scores",
            "storeops-readings",
            "sycm-items",
            "taobao-rivals",
            "tmall-orders",
            "wanxiangtai-items",
            "woocommerce-orders",
            "woocommerce-products");

    private Profiles() {}

    /**
     * A profile.
     *
     * @param nameOrPath a shipped name, or a path seen from the context's directory
     * @throws AdapterException if there is neither such a name nor such a file
     * @throws io.storeops.json.DocumentException if the document breaks a rule
     */
    static Profile get(String nameOrPath, AdapterContext context) {
        if (SHIPPED.contains(nameOrPath)) {
            return ProfileDocument.read(nameOrPath, JsonCodec.parse(nameOrPath, shipped(nameOrPath)));
        }
        Path file = file(nameOrPath, context);
        return ProfileDocument.read(SourceFiles.name(file), JsonCodec.read(file));
    }

    /**
     * The text of a profile's document.
     *
     * @param nameOrPath a shipped name, or a path seen from the context's directory
     * @throws AdapterException if there is neither such a name nor such a file
     */
    static String text(String nameOrPath, AdapterContext context) {
        if (SHIPPED.contains(nameOrPath)) {
            return shipped(nameOrPath);
        }
        Path file = file(nameOrPath, context);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw FileFaults.unreadable(file, e);
        }
    }

    private static Path file(String nameOrPath, AdapterContext context) {
        return path(nameOrPath)
                .map(context::resolve)
                .filter(Files::isRegularFile)
                .orElseThrow(() -> new AdapterException(
                        FaultKind.NOT_FOUND,
                        "There is no profile " + ShownText.of(nameOrPath) + ". Shipped: " + SHIPPED
                                + "; or give the path of a profile document, seen from " + context.directory()));
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String shipped(String name) {
        return resource(name + ".json");
    }

    /** The text of a file beside this class. */
    static String resource(String name) {
        try (InputStream document = Profiles.class.getResourceAsStream(name)) {
            if (document == null) {
                throw new IllegalStateException("The file " + name + " is not in the jar");
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " cannot be read from the jar", e);
        }
    }
}

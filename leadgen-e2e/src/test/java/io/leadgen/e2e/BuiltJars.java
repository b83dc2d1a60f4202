package io.leadgen.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jars of the application that the reactor has just packaged. */
final class BuiltJars {
    /** What a program in Java gets that depends on leadgen-runtime. */
    private static final List<String> OF_THE_RUNTIME = List.of(
            "leadgen-core-",
            "leadgen-runtime-",
            "caffeine-",
            "commons-",
            "databricks-jdbc-",
            "duckdb_jdbc-",
            "jackson-core-",
            "jspecify-",
            "jsqlparser-",
            "postgresql-",
            "snakeyaml-",
            "sqlite-jdbc-");

    private BuiltJars() {}

    /** All of them. */
    static List<Path> all() throws IOException {
        assumeTrue(Files.exists(Checkout.APP.resolve("built")), "the application is made by the phase package");
        try (Stream<Path> files = Files.list(Checkout.APP.resolve("lib"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    static Path core() throws IOException {
        return all().stream()
                .filter(jar -> is(jar, "leadgen-core-"))
                .findFirst()
                .orElseThrow();
    }

    static List<Path> ofTheRuntime() throws IOException {
        return all().stream()
                .filter(jar -> OF_THE_RUNTIME.stream().anyMatch(name -> is(jar, name)))
                .toList();
    }

    private static boolean is(Path jar, String name) {
        return jar.getFileName().toString().startsWith(name);
    }
}

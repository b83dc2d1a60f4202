package io.leadgen.runtime.config;

import io.leadgen.catalog.Scopes;
import io.leadgen.catalog.TableName;
import io.leadgen.runtime.config.key.Key;
import io.leadgen.runtime.config.key.ListOf;
import io.leadgen.runtime.config.key.Section;
import io.leadgen.runtime.config.key.SingleValue;
import io.leadgen.runtime.config.key.Values;
import io.leadgen.runtime.csv.CsvOptions;
import io.leadgen.runtime.csv.CsvWords;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the tables are. */
public sealed interface WarehouseConfig {

    /**
     * A Databricks SQL warehouse.
     *
     * @param host the workspace's host name, without scheme or path
     * @param httpPath the warehouse's path on that host
     * @param warehouseId the warehouse's id, or null if not given
     * @param proxy the HTTP proxy on the way to the warehouse, or null
     * @param trustStore the certificates to trust instead of the JDK's, or null
     * @param metadataCache how long names and types of tables are cached; zero for no cache
     */
    record Databricks(
            String host,
            String httpPath,
            @Nullable String warehouseId,
            @Nullable Proxy proxy,
            @Nullable TrustStore trustStore,
            Duration metadataCache)
            implements WarehouseConfig {
        private static final Duration DEFAULT_METADATA_CACHE = Duration.ofMinutes(5);

        /** With metadata cached for the default time. */
        public Databricks(
                String host,
                String httpPath,
                @Nullable String warehouseId,
                @Nullable Proxy proxy,
                @Nullable TrustStore trustStore) {
            this(host, httpPath, warehouseId, proxy, trustStore, DEFAULT_METADATA_CACHE);
        }

        /** {@code warehouse}: the keys of a Databricks warehouse, or {@code embedded}. */
        static final class Keys extends Section<WarehouseConfig> {
            private final Key<String> host =
                    conditional("host", hostName(), "${DATABRICKS_HOST}", "The host name of the Databricks workspace.");
            private final Key<String> httpPath = conditional(
                    "http_path",
                    SingleValue.matching("/[^\\x00-\\x20;]*", "a path that starts with /"),
                    "${DATABRICKS_HTTP_PATH}",
                    "The HTTP path of the SQL warehouse: /sql/1.0/warehouses/ID.");
            private final Key<String> warehouseId = conditional(
                    "warehouse_id",
                    SingleValue.text(),
                    "${DATABRICKS_WAREHOUSE_ID}",
                    "The id of the SQL warehouse. Optional.");
            private final Key<Proxy> proxy =
                    optional("proxy", new Proxy.Keys(), "The HTTP proxy on the way to the warehouse.");
            private final Key<TrustStore> trustStore =
                    optional("trust_store", new TrustStore.Keys(), "Certificates to trust instead of the JDK's.");
            private final Key<Duration> metadataCache = defaulted(
                    "metadata_cache_seconds",
                    SingleValue.integer(0, 86_400).map(Duration::ofSeconds),
                    String.valueOf(DEFAULT_METADATA_CACHE.toSeconds()),
                    "How long names and types of tables are cached, in seconds. 0 means no cache.");
            private final Key<Integer> threads = optional(
                    "threads",
                    SingleValue.integer(1, 1024),
                    "4",
                    "The threads of the embedded engine. The default is one for each processor. Only with embedded.");
            private final Key<Embedded> embedded;

            /** @param scopes what every table must be in; empty if it can be any */
            Keys(Optional<Scopes> scopes) {
                embedded = optional(
                        "embedded",
                        new Embedded.Keys(scopes),
                        "Files on this machine, instead of a Databricks warehouse.");
            }

            private List<Key<?>> onlyDatabricks() {
                return List.of(host, httpPath, warehouseId, proxy, trustStore, metadataCache);
            }

            private List<Key<?>> onlyEmbedded() {
                return List.of(embedded, threads);
            }

            /** Whether files on this machine have a key of the section. */
            boolean isForFiles(String name) {
                return onlyDatabricks().stream().noneMatch(key -> key.name().equals(name));
            }

            private static Map<String, Object> anyOf(List<Key<?>> keys) {
                return Map.of(
                        "anyOf",
                        keys.stream()
                                .map(key -> Map.of("required", List.of(key.name())))
                                .toList());
            }

            @Override
            protected Map<String, Object> rules() {
                Map<String, Object> databricks =
                        Map.of("required", List.of(host.name(), httpPath.name()), "not", anyOf(onlyEmbedded()));
                Map<String, Object> files =
                        Map.of("required", List.of(embedded.name()), "not", anyOf(onlyDatabricks()));
                return Map.of("oneOf", List.of(databricks, files));
            }

            @Override
            protected WarehouseConfig build(Values values) {
                if (values.has(embedded)) {
                    onlyDatabricks().forEach(key -> values.exclusive(embedded, key));
                    Embedded files = values.getPresent(embedded);
                    return new Embedded(files.tables(), files.csv(), values.orNull(threads));
                }
                onlyEmbedded().forEach(key -> values.exclusive(host, key));
                values.require(host);
                values.require(httpPath);
                return new Databricks(
                        values.getPresent(host),
                        values.getPresent(httpPath),
                        values.orNull(warehouseId),
                        values.orNull(proxy),
                        values.orNull(trustStore),
                        values.get(metadataCache));
            }
        }
    }

    record Proxy(String host, int port) {
        /** {@code warehouse.proxy}. */
        private static final class Keys extends Section<Proxy> {
            private final Key<String> host =
                    required("host", hostName(), "proxy.example.com", "The host name of the proxy.");
            private final Key<Integer> port =
                    required("port", SingleValue.integer(1, 65_535), "8080", "The port of the proxy.");

            @Override
            protected Proxy build(Values values) {
                return new Proxy(values.get(host), values.get(port));
            }
        }
    }

    /**
     * A file of certificates.
     *
     * @param password null if the file has none
     */
    record TrustStore(Path path, @Nullable Secret password, StoreType type) {
        /** {@code warehouse.trust_store}. */
        private static final class Keys extends Section<TrustStore> {
            private final Key<Path> path =
                    required("path", SingleValue.path(), "corporate-ca.p12", "The file, relative to this one.");
            private final Key<Secret> password = optional(
                    "password",
                    SingleValue.text().map(Secret::new).secret(),
                    "${TRUST_STORE_PASSWORD}",
                    "The password of the file. Use an environment variable.");
            private final Key<StoreType> type =
                    defaulted("type", SingleValue.oneOfCapitals(StoreType.class), "PKCS12", "The format of the file.");

            @Override
            protected TrustStore build(Values values) {
                return new TrustStore(values.get(path), values.orNull(password), values.get(type));
            }
        }
    }

    /** The format of a key store or trust store. */
    enum StoreType {
        PKCS12,
        JKS
    }

    /**
     * Files on this machine, read by an engine inside this process.
     *
     * @param tables each table's Parquet, CSV or .duckdb file, absolute, in the order of the configuration; the warehouse
     *     checks whether the files exist when it opens them
     * @param csv what is declared about the CSV files of tables
     * @param threads of the engine, or null for one for each processor
     */
    record Embedded(
            Map<TableName, Path> tables,
            Map<TableName, CsvOptions> csv,
            @Nullable Integer threads) implements WarehouseConfig {
        /** With one thread for each processor, and nothing declared about CSV files. */
        public Embedded(Map<TableName, Path> tables) {
            this(tables, Map.of(), null);
        }

        public Embedded {
            tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
            csv = Map.copyOf(csv);
        }

        /** {@code warehouse.embedded}. */
        private static final class Keys extends Section<Embedded> {
            private final Key<Map<TableName, Path>> tables;
            private final Key<Map<TableName, CsvOptions>> csv = optional(
                    "csv",
                    ConfigTypes.byTable(
                            ListOf.of(SingleValue.text())
                                    .to(CsvWords::parse, "a list of NAME=VALUE, such as header=false", Map.of()),
                            "[delimiter=tab, header=false]",
                            "main.leads.customers"),
                    "For a table of CSV files, how they are written: the words of the option --csv. The default is decided"
                            + " from each file.");

            Keys(Optional<Scopes> scopes) {
                tables = required(
                        "tables",
                        ConfigTypes.byTable(SingleValue.path(), "data/customers.parquet", "main.leads.customers")
                                .atLeastOne("table and its file")
                                .unless(table -> ConfigTypes.outOfScope(scopes, table)),
                        "For each table its Parquet, CSV or .duckdb file, or a folder of Parquet or CSV files, relative to this one.");
            }

            @Override
            protected Embedded build(Values values) {
                return new Embedded(values.get(tables), values.find(csv).orElse(Map.of()), null);
            }
        }
    }

    /** People copy the address of their workspace from the browser: scheme and trailing slash are accepted. */
    private static SingleValue<String> hostName() {
        String name = "[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(:[0-9]{1,5})?";
        return SingleValue.matching("\\s*(https://)?" + name + "/?\\s*", "a host name")
                .map(text -> text.strip().replaceFirst("^https://", "").replaceFirst("/$", ""));
    }
}

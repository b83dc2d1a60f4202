package io.leadgen.runtime.config;

import io.leadgen.catalog.TableName;
import io.leadgen.runtime.config.WarehouseConfig.Databricks;
import io.leadgen.runtime.config.WarehouseConfig.Embedded;
import io.leadgen.runtime.config.WarehouseConfig.Proxy;
import io.leadgen.runtime.config.WarehouseConfig.StoreType;
import io.leadgen.runtime.config.WarehouseConfig.TrustStore;
import io.leadgen.runtime.yaml.YamlKey;
import io.leadgen.runtime.yaml.YamlMapping;
import io.leadgen.runtime.yaml.YamlValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code warehouse}. */
final class WarehouseSection {
    enum Key implements YamlKey {
        HOST,
        HTTP_PATH,
        WAREHOUSE_ID,
        PROXY,
        TRUST_STORE,
        METADATA_CACHE_SECONDS,
        EMBEDDED
    }

    enum ProxyKey implements YamlKey {
        HOST,
        PORT
    }

    enum TrustStoreKey implements YamlKey {
        PATH,
        PASSWORD,
        TYPE;

        @Override
        public boolean secret() {
            return this == PASSWORD;
        }
    }

    enum EmbeddedKey implements YamlKey {
        TABLES
    }

    private static final int MAX_PORT = 65_535;
    private static final int MAX_CACHE_SECONDS = 86_400;
    /** People copy the address of their workspace from the browser: scheme and trailing slash are let pass. */
    private static final Pattern HOST =
            Pattern.compile("(?:https://)?([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(?::[0-9]{1,5})?)/?");

    private final PathReader paths;
    private final TableReader tables;

    WarehouseSection(PathReader paths, TableReader tables) {
        this.paths = paths;
        this.tables = tables;
    }

    WarehouseConfig read(YamlValue value) {
        YamlMapping<Key> warehouse = value.mapping(Key.class);
        if (!warehouse.has(Key.EMBEDDED)) {
            return databricks(warehouse);
        }
        for (Key key : Key.values()) {
            if (key != Key.EMBEDDED) {
                warehouse.exclusive(Key.EMBEDDED, key);
            }
        }
        return embedded(warehouse.get(Key.EMBEDDED));
    }

    private WarehouseConfig databricks(YamlMapping<Key> warehouse) {
        return new Databricks(
                host(warehouse.required(Key.HOST)),
                warehouse
                        .required(Key.HTTP_PATH)
                        .parsed(WarehouseSection::httpPath, "a path that starts with /")
                        .orElse(""),
                warehouse.get(Key.WAREHOUSE_ID).text().orElse(null),
                proxy(warehouse.get(Key.PROXY)),
                trustStore(warehouse.get(Key.TRUST_STORE)),
                warehouse
                        .get(Key.METADATA_CACHE_SECONDS)
                        .integer(0, MAX_CACHE_SECONDS)
                        .map(Duration::ofSeconds)
                        .orElse(Databricks.DEFAULT_METADATA_CACHE));
    }

    private WarehouseConfig embedded(YamlValue value) {
        Map<TableName, Path> files = new LinkedHashMap<>();
        YamlValue list = value.mapping(EmbeddedKey.class).required(EmbeddedKey.TABLES);
        tables.read(list).forEach((table, file) -> paths.read(file).ifPresent(path -> files.put(table, path)));
        if (list.isMapping() && list.entries().isEmpty()) {
            list.report("tables must name at least one table and its file");
        }
        return new Embedded(files);
    }

    private static @Nullable Proxy proxy(YamlValue value) {
        if (!value.isPresent()) {
            return null;
        }
        YamlMapping<ProxyKey> proxy = value.mapping(ProxyKey.class);
        String host = host(proxy.required(ProxyKey.HOST));
        return new Proxy(
                host, proxy.required(ProxyKey.PORT).integer(1, MAX_PORT).orElse(1));
    }

    private @Nullable TrustStore trustStore(YamlValue value) {
        if (!value.isPresent()) {
            return null;
        }
        YamlMapping<TrustStoreKey> store = value.mapping(TrustStoreKey.class);
        return new TrustStore(
                paths.read(store.required(TrustStoreKey.PATH)).orElse(Path.of("")),
                store.get(TrustStoreKey.PASSWORD).text().map(Secret::new).orElse(null),
                store.get(TrustStoreKey.TYPE).oneOfCapitals(StoreType.class).orElse(StoreType.PKCS12));
    }

    private static String host(YamlValue value) {
        return value.parsed(WarehouseSection::host, "a host name").orElse("");
    }

    private static String host(String text) {
        Matcher matcher = HOST.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("host");
        }
        return matcher.group(1);
    }

    private static String httpPath(String text) {
        if (!text.startsWith("/") || text.chars().anyMatch(c -> c <= ' ' || c == ';')) {
            throw new IllegalArgumentException("path");
        }
        return text;
    }
}

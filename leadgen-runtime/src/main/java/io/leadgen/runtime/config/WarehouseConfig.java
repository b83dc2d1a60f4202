package io.leadgen.runtime.config;

import io.leadgen.catalog.TableName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the tables are. */
public sealed interface WarehouseConfig {

    /**
     * A Databricks SQL warehouse.
     *
     * @param host the workspace's host name, without scheme or path
     * @param httpPath the warehouse's path on that host
     * @param warehouseId the warehouse's id, or null if not given
     * @param proxy the way out of a corporate network, or null
     * @param trustStore whom to trust in place of the JDK's authorities, or null
     * @param metadataCache how long what the warehouse says of its tables is remembered; zero for not at all
     */
    record Databricks(
            String host,
            String httpPath,
            @Nullable String warehouseId,
            @Nullable Proxy proxy,
            @Nullable TrustStore trustStore,
            Duration metadataCache)
            implements WarehouseConfig {
        /** What a file that says nothing gets. */
        static final Duration DEFAULT_METADATA_CACHE = Duration.ofMinutes(5);

        /** With metadata remembered for the usual time. */
        public Databricks(
                String host,
                String httpPath,
                @Nullable String warehouseId,
                @Nullable Proxy proxy,
                @Nullable TrustStore trustStore) {
            this(host, httpPath, warehouseId, proxy, trustStore, DEFAULT_METADATA_CACHE);
        }
    }

    /** An HTTP proxy. */
    record Proxy(String host, int port) {}

    /**
     * A file of certificates.
     *
     * @param password null if the file has none
     */
    record TrustStore(Path path, @Nullable Secret password, StoreType type) {}

    /** The format of a trust store. */
    enum StoreType {
        PKCS12,
        JKS
    }

    /**
     * Files on this machine, read by an engine inside this process.
     *
     * @param tables each table's Parquet, CSV or .duckdb file, absolute, in the order of the configuration; whether the files
     *     exist is seen when the warehouse opens them
     */
    record Embedded(Map<TableName, Path> tables) implements WarehouseConfig {
        public Embedded {
            tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        }
    }
}

package io.leadgen.runtime.warehouse.duckdb;

/**
 * Resource limits of the embedded engine.
 *
 * @param threads number of threads for all statements together; at least 1
 * @param memoryBytes size of the engine's buffers in bytes; at least 64 MiB. A statement that needs more fails, because rows are
 *     never spilled to disk. The process needs memory in addition for code, the JVM and file buffers
 */
public record DuckDbLimits(int threads, long memoryBytes) {
    private static final long MIN_MEMORY = 64L << 20;

    public DuckDbLimits {
        if (threads < 1 || memoryBytes < MIN_MEMORY) {
            throw new IllegalArgumentException("threads must be at least 1 and memory at least 64 MiB");
        }
    }

    /** All processors, and as much memory as the maximum heap (by default a quarter of the machine's), at least 512 MiB. */
    public static DuckDbLimits defaults() {
        Runtime runtime = Runtime.getRuntime();
        return new DuckDbLimits(runtime.availableProcessors(), Math.max(512L << 20, runtime.maxMemory()));
    }
}

package io.leadgen.runtime.warehouse.duckdb;

/**
 * What the embedded engine may use.
 *
 * @param threads threads of the engine, for all statements together; 1 at least
 * @param memoryBytes memory of the engine's buffers, 64 MiB at least; a statement that needs more fails, since rows are never
 *     spilled to a disk. The process uses more than this: code, the JVM, buffers of files
 */
public record DuckDbLimits(int threads, long memoryBytes) {
    private static final long LEAST_MEMORY = 64L << 20;

    public DuckDbLimits {
        if (threads < 1 || memoryBytes < LEAST_MEMORY) {
            throw new IllegalArgumentException("at least one thread and 64 MiB");
        }
    }

    /** All processors, and as much memory as the JVM may take for its heap (by default a quarter of the machine's). */
    public static DuckDbLimits defaults() {
        Runtime runtime = Runtime.getRuntime();
        return new DuckDbLimits(runtime.availableProcessors(), Math.max(512L << 20, runtime.maxMemory()));
    }
}

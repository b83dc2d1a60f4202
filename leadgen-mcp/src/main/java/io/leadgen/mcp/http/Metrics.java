package io.leadgen.mcp.http;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Metrics for monitoring: calls by tool and outcome, their times, and the resources of the process. They contain nothing of a question, a
 * table, a principal or a budget. Times are rounded up to tenths of a second before they are added, because the sum would reveal the
 * exact time of a single call.
 */
public final class Metrics {
    static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final long STEP_MS = 100;
    private static final double[] SECONDS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder()
            .name("leadgen_http_requests_total")
            .help("Requests by status of HTTP.")
            .labelNames("status")
            .register(registry);
    private final Counter calls = Counter.builder()
            .name("leadgen_tool_calls_total")
            .help("Calls by tool and outcome: answered, or an error code.")
            .labelNames("tool", "outcome")
            .register(registry);
    private final Histogram times = Histogram.builder()
            .name("leadgen_tool_call_seconds")
            .help("Time of calls by tool, each rounded up to a tenth of a second.")
            .labelNames("tool")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(registry);

    public Metrics() {
        gauge("leadgen_threads", "Threads of the process.", ManagementFactory.getThreadMXBean()::getThreadCount);
        gauge(
                "leadgen_heap_bytes",
                "Heap in use.",
                () -> ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    /** Adds a gauge that is read at each scrape. */
    public void gauge(String name, String help, LongSupplier number) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(value -> value.call((double) number.getAsLong()))
                .register(registry);
    }

    void request(int status) {
        requests.labelValues(Integer.toString(status)).inc();
    }

    /**
     * Counts a call.
     *
     * @param tool the name of an existing tool, never one that a caller invented
     * @param outcome {@code answered}, or an error code
     */
    public void call(String tool, String outcome, Duration time) {
        calls.labelValues(tool, outcome).inc();
        times.labelValues(tool).observe((double) (time.toMillis() / STEP_MS + 1) * STEP_MS / 1000);
    }

    String text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, registry.scrape(), EscapingScheme.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // into memory
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}

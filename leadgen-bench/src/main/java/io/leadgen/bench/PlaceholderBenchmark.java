package io.leadgen.bench;

import org.openjdk.jmh.annotations.Benchmark;

/** Shows that JMH's processor runs beside Error Prone; stands here until there is a benchmark. */
public class PlaceholderBenchmark {
    /** Nothing to measure yet. */
    @Benchmark
    public String name() {
        return Placeholder.name();
    }
}

package io.leadgen.bench;

/** Stands here until the module has code. */
final class Placeholder {
    private Placeholder() {}

    static String name() {
        return "bench";
    }
}

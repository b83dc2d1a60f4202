package io.leadgen.runtime;

/** Stands here until the module has code. */
final class Placeholder {
    private Placeholder() {}

    static String name() {
        return "runtime";
    }
}

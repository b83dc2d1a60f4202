package io.leadgen.e2e;

import java.nio.file.Path;

/** Where the sources and what was built of them are. */
public final class Checkout {
    public static final Path ROOT = Path.of(property("leadgen.root"));

    /** The runnable application. */
    public static final Path APP = Path.of(property("leadgen.app"));

    private Checkout() {}

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("run by Maven, which sets " + name);
        }
        return value;
    }
}

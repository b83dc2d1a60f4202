package io.leadgen.runtime.program;

import org.jspecify.annotations.Nullable;

/** The version of leadgen, from the manifest of its jar. */
public final class Version {
    private Version() {}

    /** The version, for example {@code 0.2.0}; {@code development} if leadgen does not run from a jar. */
    public static String number() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** The version of a program and of Java, for example {@code leadgen-mcp 0.2.0 (Java 17)}. */
    public static String of(String program) {
        return program + " " + number() + " (Java " + Runtime.version().feature() + ")";
    }
}

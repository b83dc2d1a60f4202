package io.leadgen.mcp.sdk;

import org.jspecify.annotations.Nullable;

/** The version of the program, from its jar. */
public final class Version {
    private Version() {}

    public static String number() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}

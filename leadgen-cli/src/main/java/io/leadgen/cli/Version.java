package io.leadgen.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, from its jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }

    static String text() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return "leadgen " + (version == null ? "development" : version) + " (Java "
                + Runtime.version().feature() + ")";
    }
}

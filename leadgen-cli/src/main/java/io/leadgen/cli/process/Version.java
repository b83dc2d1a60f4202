package io.leadgen.cli.process;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, from its jar. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }

    public static String text() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return "leadgen " + (version == null ? "development" : version) + " (Java "
                + Runtime.version().feature() + ")";
    }
}

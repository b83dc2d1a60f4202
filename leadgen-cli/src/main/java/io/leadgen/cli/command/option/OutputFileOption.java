package io.leadgen.cli.command.option;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The file that a command writes. */
public final class OutputFileOption {
    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "The file to write.")
    @Nullable
    Path path;

    @Option(names = "--force", description = "Replace FILE if it exists.")
    boolean force;

    /**
     * The file, checked before anything is charged; null without {@code --file}.
     *
     * @throws io.leadgen.error.LeadgenException INVALID_ARGUMENT if it cannot be written
     */
    public @Nullable OutputFile checked() {
        if (path == null) {
            return null;
        }
        OutputFile file = new OutputFile(path, force);
        file.check();
        return file;
    }
}

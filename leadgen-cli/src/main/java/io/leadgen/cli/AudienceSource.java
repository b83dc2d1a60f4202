package io.leadgen.cli;

import io.leadgen.audience.AudienceService;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where a service comes from that can answer. */
@FunctionalInterface
interface AudienceSource {

    /**
     * Opens what a command line names.
     *
     * @param config the file given with {@code --config}, or null
     * @param demo whether generated data is asked for
     * @param progress takes lines for a person who waits
     */
    Opened open(@Nullable Path config, boolean demo, Consumer<String> progress);

    /** An open service. */
    interface Opened extends AutoCloseable {
        AudienceService audience();

        @Override
        void close();
    }
}

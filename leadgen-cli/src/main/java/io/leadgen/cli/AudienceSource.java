package io.leadgen.cli;

import io.leadgen.audience.AudienceService;
import io.leadgen.runtime.config.LeadgenConfig;
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

    /** A configuration that was read. */
    interface Opened extends AutoCloseable {
        LeadgenConfig config();

        /** The service; its engine starts at the first call. */
        AudienceService audience();

        @Override
        void close();
    }
}

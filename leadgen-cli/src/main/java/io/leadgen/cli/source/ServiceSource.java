package io.leadgen.cli.source;

import io.leadgen.audience.AudienceService;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.process.UserPrompt;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.local.LocalFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where a service comes from that can answer. */
@FunctionalInterface
public interface ServiceSource {

    /**
     * Opens what a command line names.
     *
     * @param config the file given with {@code --config}, or null
     * @param demo whether generated data is asked for
     * @param progress takes lines for a person who waits
     */
    Opened open(@Nullable Path config, boolean demo, Consumer<String> progress);

    /**
     * Opens a file as a table. A source that has only what is configured refuses.
     *
     * @param prompt asks what is not known about the file, if a person can answer
     */
    default OpenedFile openFile(
            AskedFile file, @Nullable Path config, boolean demo, UserPrompt prompt, Consumer<String> progress) {
        throw LeadgenException.of(ErrorCode.INVALID_ARGUMENT, "This command takes no files", "name a table");
    }

    /**
     * A file of this machine.
     *
     * @param unit what was said with {@code --unit}, or null
     * @param csv what was said with {@code --csv}
     */
    public record AskedFile(LocalFile file, @Nullable String unit, List<String> csv) {
        public AskedFile {
            csv = List.copyOf(csv);
        }
    }

    /**
     * An opened file.
     *
     * @param table under which name it is served: the one that a configuration gives it, else its own
     */
    record OpenedFile(TableName table, Opened opened) {}

    interface Opened extends AutoCloseable {
        LeadgenConfig config();

        /** The service; its engine starts at the first call. */
        AudienceService audience();

        @Override
        void close();
    }
}

package io.leadgen.cli;

import io.leadgen.audience.AudienceService;
import picocli.CommandLine.Option;

/** The option of commands that tell what there is. */
final class Refreshing {
    @Option(names = "--refresh", description = "Asks the warehouse anew, whatever is remembered of its tables.")
    boolean refresh;

    /** The service, which has forgotten what it remembered if that was asked for. */
    AudienceService of(AudienceService audience) {
        if (refresh) {
            audience.refreshMetadata();
        }
        return audience;
    }
}

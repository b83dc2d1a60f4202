package io.leadgen.cli.command.option;

import io.leadgen.audience.AudienceService;
import picocli.CommandLine.Option;

/** The option of commands that tell what there is. */
public final class RefreshOption {
    @Option(names = "--refresh", description = "Asks the warehouse anew, whatever is remembered of its tables.")
    public boolean refresh;

    /** The service, which has forgotten what it remembered if that was asked for. */
    public AudienceService of(AudienceService audience) {
        if (refresh) {
            audience.refreshMetadata();
        }
        return audience;
    }
}

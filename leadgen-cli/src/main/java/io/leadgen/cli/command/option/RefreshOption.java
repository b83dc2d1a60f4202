package io.leadgen.cli.command.option;

import io.leadgen.audience.AudienceService;
import picocli.CommandLine.Option;

/** The choice to read metadata from the warehouse again. */
public final class RefreshOption {
    @Option(names = "--refresh", description = "Bypass the metadata cache.")
    boolean refresh;

    /** The service, without cached metadata if that was requested. */
    public AudienceService of(AudienceService audience) {
        if (refresh) {
            audience.refreshMetadata();
        }
        return audience;
    }
}

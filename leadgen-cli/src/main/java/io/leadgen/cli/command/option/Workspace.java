package io.leadgen.cli.command.option;

import io.leadgen.runtime.audiences.SavedAudiences;
import io.leadgen.runtime.config.LeadgenHome;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * The local files that a command line can name.
 *
 * @param folder the folder where relative paths start
 * @param environment names the folder of saved audiences
 */
public record Workspace(Path folder, Map<String, String> environment) {

    public SavedAudiences savedAudiences() {
        return new SavedAudiences(LeadgenHome.of(environment).audiences(), Clock.systemUTC());
    }
}

package io.leadgen.mcp;

import io.leadgen.mcp.auth.Callers;
import io.leadgen.privacy.Principal;
import io.leadgen.privacy.PrivacyPolicy;
import io.leadgen.runtime.config.HttpConfig;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.config.LeadgenHome;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a configuration, or the demo, means for the server.
 *
 * @param http as configured; the command line may say otherwise
 * @param callers whom to expect over HTTP
 */
record Setup(Engine engine, HttpConfig http, Callers callers) {
    static Setup of(LeadgenConfig config, Principal withoutToken) {
        return new Setup(
                Engine.of(config), config.http(), new Callers(withoutToken, config.privacy(), config.classes()));
    }

    static Setup demo(LeadgenHome home, Principal withoutToken, Consumer<String> progress) {
        return new Setup(
                Engine.demo(home, progress),
                HttpConfig.DEFAULT,
                new Callers(withoutToken, PrivacyPolicy.DEFAULT, Map.of()));
    }
}

package io.leadgen.mcp;

import io.leadgen.error.LeadgenException;
import io.leadgen.mcp.auth.Callers;
import io.leadgen.mcp.engine.Engine;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.runtime.config.HttpConfig;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.config.LeadgenHome;
import io.leadgen.runtime.demo.DemoFiles;
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
        makeDemoFiles(home, progress);
        return new Setup(
                Engine.demo(home, progress),
                HttpConfig.DEFAULT,
                new Callers(withoutToken, PrivacyPolicy.DEFAULT, Map.of()));
    }

    /** The first question would wait for them longer than a call may take on a busy machine; so they are begun before it comes. */
    private static void makeDemoFiles(LeadgenHome home, Consumer<String> progress) {
        if (DemoFiles.areMade(home)) {
            return;
        }
        Thread making = new Thread(
                () -> {
                    try {
                        DemoFiles.prepare(home, progress);
                    } catch (LeadgenException e) {
                        // The first question fails in the same way, and tells whoever asks.
                        progress.accept(String.valueOf(e.getMessage()));
                    }
                },
                "leadgen-demo");
        making.setDaemon(true);
        making.start();
    }
}

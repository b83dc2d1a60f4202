package io.leadgen.mcp;

import io.leadgen.error.LeadgenException;
import io.leadgen.mcp.auth.Callers;
import io.leadgen.mcp.sdk.CallExecutor;
import io.leadgen.mcp.sdk.Servers;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.runtime.Leadgen;
import io.leadgen.runtime.config.HttpConfig;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.config.LeadgenHome;
import io.leadgen.runtime.demo.DemoFiles;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The parts of a server, from a configuration or for the demo.
 *
 * @param propagateRequestIds true if the request id of a caller is used
 * @param http as configured; the command line can override the address
 * @param callers who may call over HTTP
 */
record ServerSetup(LazyLeadgen leadgen, boolean propagateRequestIds, HttpConfig http, Callers callers)
        implements AutoCloseable {
    static ServerSetup of(LeadgenConfig config, Principal withoutToken) {
        return new ServerSetup(
                new LazyLeadgen(() -> Leadgen.open(config)),
                config.observability().propagateRequestIds(),
                config.http(),
                new Callers(withoutToken, config.privacy(), config.classes()));
    }

    static ServerSetup demo(LeadgenHome home, Principal withoutToken, Consumer<String> progress) {
        createDemoFiles(home, progress);
        return new ServerSetup(
                new LazyLeadgen(() -> Leadgen.demo(home, progress)),
                true,
                HttpConfig.DEFAULT,
                new Callers(withoutToken, PrivacyPolicy.DEFAULT, Map.of()));
    }

    Servers servers(CallExecutor calls) {
        return new Servers(leadgen, propagateRequestIds, calls);
    }

    @Override
    public void close() {
        leadgen.close();
    }

    /** Starts creating the files at once: on a busy machine it takes longer than a call may take. */
    private static void createDemoFiles(LeadgenHome home, Consumer<String> progress) {
        if (DemoFiles.exist(home)) {
            return;
        }
        Thread creator = new Thread(
                () -> {
                    try {
                        DemoFiles.prepare(home, progress);
                    } catch (LeadgenException e) {
                        // The first question fails with the same error.
                        progress.accept(String.valueOf(e.getMessage()));
                    }
                },
                "leadgen-demo");
        creator.setDaemon(true);
        creator.start();
    }
}

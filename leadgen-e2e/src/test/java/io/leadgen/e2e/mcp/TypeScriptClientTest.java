package io.leadgen.e2e.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The official TypeScript clients, of both generations, as they are used in agents. What is expected of them is in the scripts. */
@DisabledOnOs(OS.WINDOWS) // a POSIX shell script starts the server
@Tag("slow")
class TypeScriptClientTest {
    @TempDir
    static Path folder;

    private static NpmClients clients;
    private static Issuer issuer;
    private static Town town;
    private static Town.Served served;

    @BeforeAll
    static void start() throws Exception {
        clients = NpmClients.installed();
        issuer = new Issuer();
        town = Town.in(folder, issuer.configuration());
        served = town.serve();
    }

    @AfterAll
    static void stop() throws Exception {
        if (served != null) {
            served.close();
        }
        if (issuer != null) {
            issuer.close();
        }
    }

    private static void passes(NpmClients.Run run) {
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.out()).contains("# fail 0").doesNotContain("# pass 0\n");
    }

    @Test
    void aSessionOverStdio() {
        passes(clients.script("session.mjs", town.stdio("stdio")));
    }

    @Test
    void aSessionOverHttp() throws Exception {
        passes(clients.script("session.mjs", town.http(served.url(), issuer.token("http"))));
    }

    @Test
    void withoutASession() throws Exception {
        passes(clients.script("stateless.mjs", town.http(served.url(), issuer.token("stateless"))));
    }

    @Test
    void anAudienceFromTheFirstLookToTheHandOver() {
        passes(clients.script("workflow.mjs", town.stdio("workflow")));
    }
}

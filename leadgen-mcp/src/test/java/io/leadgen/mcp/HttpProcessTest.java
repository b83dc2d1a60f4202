package io.leadgen.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program over HTTP as a process: where it listens, when it refuses to, how it ends. */
class HttpProcessTest {
    private static final Pattern URL = Pattern.compile("listening at (http://127\\.0\\.0\\.1:\\d+)/mcp");
    private static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":"
            + "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}";

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.leadgen.mcp.Main",
                "--config",
                "config.yml"));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("LEADGEN_HOME", folder.resolve("home").toString());
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    private String url(Process process) throws Exception {
        for (int i = 0; i < 6000 && process.isAlive(); i++) {
            Matcher told = URL.matcher(err());
            if (told.find()) {
                return told.group(1);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        throw new AssertionError("not listening: " + err());
    }

    private static HttpResponse<String> post(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url + "/mcp"))
                                .header("Content-Type", "application/json")
                                .header("Accept", "application/json, text/event-stream")
                                .POST(HttpRequest.BodyPublishers.ofString(INITIALIZE))
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void serves_until_it_is_told_to_end() throws Exception {
        People.in(folder);
        Process process = start("--http", "127.0.0.1:0", "--as", "agent-7");
        String url = url(process);

        assertThat(post(url).statusCode()).isEqualTo(200);
        process.destroy();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(folder.resolve("out")).isEmptyFile();
        assertThat(err().lines()).hasSize(1);
    }

    @Test
    void without_an_address_it_listens_where_the_configuration_says() throws Exception {
        Path config = People.in(folder);
        Files.writeString(config, People.CONFIG + "server: {http: {listen: 127.0.0.1:0}}\n");
        Process process = start("--http");

        assertThat(post(url(process)).statusCode()).isEqualTo(200);
    }

    @Test
    void where_others_could_reach_it_without_a_token_it_does_not_start() throws Exception {
        People.in(folder);
        Process process = start("--http", "0.0.0.0:0");

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(8);
        assertThat(err())
                .contains("other machines could call it without a token", "server.http.auth")
                .doesNotContain("\tat ");
    }

    @Test
    void an_address_that_is_none_is_a_wrong_command_line() throws Exception {
        People.in(folder);
        Process process = start("--http", "8787");

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(err()).contains("--http requires HOST:PORT");
    }
}

package io.leadgen.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadgen.e2e.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * axe-core, which finds what keeps people from reading a page: as npm puts it below {@code target}, run within a copy of the page
 * that may run scripts. It is for tests alone and no part of any product.
 */
final class Axe {
    private static final String MISSING = "Reports are NOT tested for accessibility: npm is needed, and its registry";
    private static final Path FOLDER = Checkout.ROOT.resolve("leadgen-e2e/target/npm-browser");
    private static final int MINUTES_TO_INSTALL = 5;
    private static final Pattern FOUND =
            Pattern.compile("<script type=\"application/json\" id=\"axe\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern POLICY = Pattern.compile("<meta http-equiv=\"Content-Security-Policy\"[^>]*>");

    private final String script;

    private Axe(String script) {
        this.script = script;
    }

    /**
     * Installs it. Skips the calling test, and says so, where it cannot be had; on a build server it fails, so that nobody takes a
     * test that never runs for one that passes.
     */
    static Axe installed() throws IOException, InterruptedException {
        String problem = install();
        if (!problem.isEmpty()) {
            assertThat(System.getenv("CI")).as(MISSING + " (" + problem + ")").isNotEqualTo("true");
            System.err.println(MISSING + " (" + problem + ")");
            assumeTrue(false, MISSING);
        }
        return new Axe(Files.readString(FOLDER.resolve("node_modules/axe-core/axe.min.js")));
    }

    private static String install() throws IOException, InterruptedException {
        Path installed = FOLDER.resolve("installed");
        String wanted = resource("package-lock.json");
        if (Files.exists(installed) && Files.readString(installed).equals(wanted)) {
            return "";
        }
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("package.json"), resource("package.json"));
        Files.writeString(FOLDER.resolve("package-lock.json"), wanted);
        Path said = FOLDER.resolve("npm.log");
        Process npm;
        try {
            npm = new ProcessBuilder(
                            "npm",
                            "ci",
                            "--no-audit",
                            "--no-fund",
                            "--no-update-notifier",
                            "--prefer-offline",
                            "--ignore-scripts")
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException e) {
            return "npm cannot be started";
        }
        npm.getOutputStream().close();
        if (!npm.waitFor(MINUTES_TO_INSTALL, TimeUnit.MINUTES)) {
            npm.descendants().forEach(ProcessHandle::destroyForcibly);
            npm.destroyForcibly();
            return "npm ci has not ended within " + MINUTES_TO_INSTALL + " minutes";
        }
        if (npm.exitValue() != 0) {
            return "npm ci has failed, see " + said;
        }
        Files.writeString(installed, wanted);
        return "";
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource = Axe.class.getResourceAsStream("npm/" + name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * What is wrong with a page, by the rules of WCAG 2.2 up to AA and of good practice: the rule and the elements.
     *
     * @param folder for the copy
     */
    List<String> violations(Path page, Chromium chromium, Chromium.Scheme scheme, Path folder)
            throws IOException, InterruptedException {
        String html = Files.readString(page);
        assertThat(POLICY.matcher(html).find()).as("the page has a policy").isTrue();
        String open = POLICY.matcher(html)
                .replaceAll("")
                .replace(
                        "</html>",
                        "<script>" + script
                                + "</script><script>axe.run(document, {resultTypes: ['violations']}).then(found => {"
                                + "const told = document.createElement('script'); told.type = 'application/json'; told.id = 'axe';"
                                + "told.textContent = JSON.stringify({rules: found.passes.length, violations:"
                                + " found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' '))})"
                                + ".replaceAll('<', '\\\\u003c');"
                                + "document.body.append(told);});</script></html>");
        Path copy = Files.writeString(Files.createTempFile(folder, "axe", ".html"), open);
        Matcher found = FOUND.matcher(chromium.domWhenIdle(copy, scheme));
        assertThat(found.find()).as("axe has run").isTrue();
        JsonNode told = new ObjectMapper().readTree(found.group(1));
        assertThat(told.get("rules").asInt()).as("rules that were looked at").isGreaterThan(15);
        return new ObjectMapper().readerForListOf(String.class).readValue(told.get("violations"));
    }
}

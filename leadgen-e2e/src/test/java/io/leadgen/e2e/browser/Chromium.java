package io.leadgen.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Debian's Chromium without a window, each time as a new process with a new profile, whose every request over the network goes
 * to a proxy that answers none and remembers all.
 */
public final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final int MOST_SECONDS = 120;
    /** Whom Chromium calls for itself: clock, updates, accounts, hints. */
    private static final Set<String> OF_ITS_OWN = Set.of(
            "clients2.google.com",
            "update.googleapis.com",
            "accounts.google.com",
            "optimizationguide-pa.googleapis.com");

    private final Path folder;
    private final SilentProxy proxy;

    private Chromium(Path folder, SilentProxy proxy) {
        this.folder = folder;
        this.proxy = proxy;
    }

    /** What a page is asked to look like. */
    public enum Scheme {
        DARK(0),
        LIGHT(1);

        private final int number;

        Scheme(int number) {
            this.number = number;
        }
    }

    /**
     * Skips the calling test, and says so, where there is no Chromium; on a build server it fails, so that nobody takes a test
     * that never runs for one that passes.
     *
     * @param folder for profiles and screenshots
     */
    public static Chromium in(Path folder) throws IOException {
        if (!Files.isExecutable(PROGRAM)) {
            String missing = "Charts and reports are NOT tested in a browser: install chromium, as .ci/run does";
            assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
            System.err.println(missing);
            assumeTrue(false, missing);
        }
        return new Chromium(folder, SilentProxy.open());
    }

    /** What a window of this size shows of a file. */
    public BufferedImage screenshot(Path page, Scheme scheme, int width, int height)
            throws IOException, InterruptedException {
        Path image = Files.createTempFile(folder, "screenshot", ".png");
        run(
                page,
                "--screenshot=" + image,
                "--window-size=" + width + "," + height,
                "--hide-scrollbars",
                "--blink-settings=preferredColorScheme=" + scheme.number);
        return ImageIO.read(image.toFile());
    }

    /** The tree of elements that Chromium has made of a file, as HTML. */
    public String dom(Path page) throws IOException, InterruptedException {
        return run(page, "--dump-dom");
    }

    /** The same, once the page's own scripts have nothing left to do. */
    public String domWhenIdle(Path page, Scheme scheme) throws IOException, InterruptedException {
        return run(
                page,
                "--dump-dom",
                "--virtual-time-budget=60000",
                "--blink-settings=preferredColorScheme=" + scheme.number);
    }

    /** The hosts that pages have asked for anything, until now. */
    public List<String> askedFor() {
        return proxy.hosts().stream().filter(host -> !OF_ITS_OWN.contains(host)).toList();
    }

    private String run(Path page, String... options) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory(folder, "profile");
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        List<String> words = new ArrayList<>(List.of(
                PROGRAM.toString(),
                "--headless",
                "--no-sandbox", // builds run as root, where Chromium has none
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-features=OptimizationHints,OptimizationGuideModelDownloading",
                "--force-device-scale-factor=1",
                "--user-data-dir=" + profile,
                "--proxy-server=" + proxy.address()));
        words.addAll(Arrays.asList(options));
        words.add(page.toUri().toString());
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("HOME", profile.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
            throw new AssertionError("not finished: " + words);
        }
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        return Files.readString(out);
    }

    @Override
    public void close() throws IOException {
        proxy.close();
    }
}

package io.leadgen.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.cli.CommandLineSession;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Charts as a browser shows them, light and dark: there is something to see, nobody is asked, and no foreign text runs. */
@Tag("slow")
class ChartsInBrowserTest {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 1400;

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static CommandLineSession session;

    @BeforeAll
    static void open() throws IOException {
        chromium = Chromium.in(folder);
        session = CommandLineSession.open(folder, HostilePeople.in(folder));
    }

    @AfterAll
    static void close() throws IOException {
        if (session != null) {
            session.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                question("segment", "--by", "plan"),
                question("segment", "--by", "plan", "-w", "age > 300"),
                question("trend", "--time=joined", "--every=week", "--from=2026-01-01", "--to=2026-11-20"),
                question(
                        "funnel",
                        "--step=age > 25",
                        "--step=plan = '" + HostilePeople.HOSTILE + "'",
                        "--step=age > 60"),
                question(
                        "overlap",
                        "-a=old=age > 50",
                        "-a=" + HostilePeople.HOSTILE.replace("=", "") + "=plan = 'basic'"),
                question("profile", "age"));
    }

    private static Arguments question(String command, String... words) {
        return Arguments.of(command, words);
    }

    private static Path draw(String ending, String command, String... words) throws IOException {
        Path file = Files.createTempDirectory(folder, command).resolve("chart" + ending);
        List<String> line = new ArrayList<>(List.of(command, "main.leads.people"));
        line.addAll(List.of(words));
        line.addAll(List.of("--chart", file.toString()));
        CommandLineSession.Result result = session.run(line.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isIn(0, 9);
        return file;
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aPageIsLightOrDark(String command, String... words) throws Exception {
        Path page = draw(".html", command, words);
        BufferedImage light = chromium.screenshot(page, Chromium.Scheme.LIGHT, WIDTH, HEIGHT);
        BufferedImage dark = chromium.screenshot(page, Chromium.Scheme.DARK, WIDTH, HEIGHT);
        keep(light, command + "-light", words);
        keep(dark, command + "-dark", words);

        assertThat(brightness(light, 2, 2)).isGreaterThan(240);
        assertThat(brightness(dark, 2, 2)).isLessThan(60);
        assertThat(shareUnlikeTheCorner(light)).isBetween(0.005, 0.6);
        assertThat(shareUnlikeTheCorner(dark)).isBetween(0.005, 0.6);
        String dom = chromium.dom(page);
        assertThat(dom).contains("</svg>", "<h1>", "</table>").doesNotContain("<img", "<script", "<title>1</title>");
        assertThat(chromium.askedFor()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void anSvgIsAPictureOnWhite(String command, String... words) throws Exception {
        Path file = draw(".svg", command, words);
        BufferedImage shown = chromium.screenshot(file, Chromium.Scheme.DARK, WIDTH, HEIGHT);
        keep(shown, command + "-svg", words);

        assertThat(brightness(shown, 2, 2)).isGreaterThan(240);
        assertThat(shareUnlikeTheCorner(shown)).isBetween(0.005, 0.6);
        assertThat(chromium.dom(file)).doesNotContain("<img", "<script", "parsererror");
        assertThat(chromium.askedFor()).isEmpty();
    }

    @Test
    void aPageThatAsksIsCaught() throws Exception {
        Path page =
                Files.writeString(folder.resolve("asks.html"), "<p>hello<img src='http://elsewhere.example/a.png'>");
        try (Chromium other = Chromium.in(folder)) {
            other.screenshot(page, Chromium.Scheme.LIGHT, 200, 200);
            assertThat(other.askedFor()).contains("elsewhere.example");
        }
    }

    /** For whoever wants to look: what was shown stays in the build's folder. */
    private static void keep(BufferedImage image, String name, String... words) throws IOException {
        Path shown = Files.createDirectories(Path.of("target/browser"));
        String which = String.format("%08x", String.join(" ", words).hashCode());
        javax.imageio.ImageIO.write(
                image, "png", shown.resolve(name + "-" + which + ".png").toFile());
    }

    private static int brightness(BufferedImage image, int x, int y) {
        int rgb = image.getRGB(x, y);
        return ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3;
    }

    private static double shareUnlikeTheCorner(BufferedImage image) {
        long unlike = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) != image.getRGB(2, 2)) {
                    unlike++;
                }
            }
        }
        return (double) unlike / ((long) image.getWidth() * image.getHeight());
    }
}

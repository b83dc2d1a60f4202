package io.leadgen.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.cli.CommandLineSession;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A report as a browser shows it: light, dark, narrow, to everyone who reads it, and asking nobody. */
@Tag("slow")
class ReportInBrowserTest {
    private static final int WIDTH = 900;
    private static final int NARROW = 360;

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static CommandLineSession session;
    private static Path page;

    @BeforeAll
    static void write() throws IOException {
        chromium = Chromium.in(folder);
        session = CommandLineSession.open(folder, HostilePeople.in(folder));
        page = folder.resolve("report.html");
        CommandLineSession.Result result = session.run(
                "report",
                "main.leads.people",
                "-w",
                "age > 20 AND plan <> 'x" + HostilePeople.HOSTILE + "' AND joined > DATE '2026-01-03'",
                "--time=joined",
                "--every=month",
                "--from=2026-01-01",
                "--to=2026-10-31",
                "--profile=age",
                "--title=" + HostilePeople.HOSTILE,
                "-f",
                page.toString());
        assertThat(result.exitCode()).as(result.err()).isZero();
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

    @ParameterizedTest
    @EnumSource(Chromium.Scheme.class)
    void everyoneCanReadIt(Chromium.Scheme scheme) throws Exception {
        assertThat(Axe.installed().violations(page, chromium, scheme, folder)).isEmpty();
    }

    @Test
    void whatNotEveryoneCanReadIsFound() throws Exception {
        Path worse = Files.writeString(
                folder.resolve("worse.html"),
                Files.readString(page)
                        .replace("<html lang=\"en\">", "<html>")
                        .replace("<p class=\"lr-interval\">", "<p style=\"color:#bbb;background:#fff\">"));

        assertThat(Axe.installed().violations(worse, chromium, Chromium.Scheme.LIGHT, folder))
                .anyMatch(found -> found.startsWith("html-has-lang"))
                .anyMatch(found -> found.startsWith("color-contrast"));
    }

    @ParameterizedTest
    @EnumSource(Chromium.Scheme.class)
    void isAsLightAsTheReaderWants(Chromium.Scheme scheme) throws Exception {
        BufferedImage shown = chromium.screenshot(page, scheme, WIDTH, 4_000);
        keep(shown, "report-" + scheme);

        int corner = shown.getRGB(2, 2) & 0xFF;
        assertThat(corner < 60).isEqualTo(scheme == Chromium.Scheme.DARK);
        assertThat(unlikeTheCorner(shown, 0, WIDTH)).isGreaterThan(20_000);
    }

    @Test
    void nothingForeignRunsAndNobodyIsAsked() throws Exception {
        String dom = chromium.dom(page);

        assertThat(dom)
                .contains("<h1>&lt;img src=x onerror=document.title=1&gt;</h1>", "</svg>", "</table>")
                .doesNotContain("<img", "<script", "<title>1</title>");
        assertThat(chromium.askedFor()).isEmpty();
    }

    /** Chromium has no window this narrow, but frames. */
    @Test
    void fitsANarrowScreen() throws Exception {
        Path frame = Files.writeString(
                folder.resolve("frame.html"),
                "<!DOCTYPE html><body style='margin:0'><iframe src='report.html' style='border:0;width:" + NARROW
                        + "px;height:6000px'></iframe>");
        BufferedImage shown = chromium.screenshot(frame, Chromium.Scheme.LIGHT, 600, 6_000);
        keep(shown, "report-narrow");

        assertThat(unlikeTheCorner(shown, 0, NARROW)).isGreaterThan(10_000);
        assertThat(chromium.dom(measuring())).contains("<p id=\"wide\">" + NARROW + "</p>");
    }

    private static Path measuring() throws IOException {
        String html = Files.readString(page)
                .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
                .replace("<body>", "<body style='width:" + NARROW + "px'>")
                .replace(
                        "</html>",
                        "<script>const p = document.createElement('p'); p.id = 'wide';"
                                + "p.textContent = document.body.scrollWidth; document.body.append(p)</script></html>");
        return Files.writeString(folder.resolve("measuring.html"), html);
    }

    /** For whoever wants to look. */
    private static void keep(BufferedImage image, String name) throws IOException {
        Path shown = Files.createDirectories(Path.of("target/browser"));
        ImageIO.write(image, "png", shown.resolve(name + ".png").toFile());
    }

    private static int unlikeTheCorner(BufferedImage image, int from, int to) {
        int unlike = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = from; x < to; x++) {
                if (image.getRGB(x, y) != image.getRGB(2, 2)) {
                    unlike++;
                }
            }
        }
        return unlike;
    }
}

package io.leadgen.cli.figure.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.cli.answer.ExampleAnswers;
import io.leadgen.cli.figure.Figure;
import io.leadgen.cli.figure.Figure.Fact;
import io.leadgen.cli.figure.Figure.Table;
import io.leadgen.cli.terminal.ExamplePictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ChartFormatTest {
    private static final String HOSTILE = "</title></svg><script>alert(1)</script>]]>&\"'\u0001\uFFFE\uD800 <!-- "
            + "מִשְׁפָּחָה ".repeat(40) + "a".repeat(3000);

    static Stream<Map.Entry<String, Figure>> figures() {
        Map<String, Figure> figures = new LinkedHashMap<>(ExampleAnswers.figures());
        ExamplePictures.all()
                .forEach((name, picture) -> figures.put(
                        name,
                        new Figure(
                                HOSTILE,
                                HOSTILE,
                                picture,
                                List.of(new Table(
                                        HOSTILE,
                                        List.of(HOSTILE, "people"),
                                        1,
                                        List.of(List.of(HOSTILE, "15 ± 2"), List.of("b", "fewer than 100")))),
                                List.of(new Fact("privacy", HOSTILE)))));
        return figures.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void anSvgIsWellFormedAndHoldsShapesAndTextOnly(Map.Entry<String, Figure> figure) throws Exception {
        Document svg = parsed(ChartFormat.SVG.bytes(figure.getValue()));

        Set<String> names = new HashSet<>();
        NodeList elements = svg.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            names.add(element.getTagName());
            assertThat(IntStream.range(0, element.getAttributes().getLength())
                            .mapToObj(at -> element.getAttributes().item(at).getNodeName()))
                    .noneMatch(name -> name.startsWith("on") || name.contains("href"));
        }
        assertThat(names).isSubsetOf("svg", "title", "desc", "path", "circle", "text");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
    }

    private static Document parsed(byte[] bytes) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    /** Text is cut to its room. */
    @ParameterizedTest
    @MethodSource("figures")
    void nothingIsDrawnBeyondTheSheet(Map.Entry<String, Figure> figure) throws Exception {
        checkWithin(parsed(ChartFormat.SVG.bytes(figure.getValue())));
        String page = HtmlFigure.figure(figure.getValue(), "chart");
        checkWithin(parsed(
                page.substring(page.indexOf("<svg"), page.indexOf("</figure>")).getBytes(StandardCharsets.UTF_8)));
    }

    private static void checkWithin(Document svg) {
        double width = Double.parseDouble(svg.getDocumentElement().getAttribute("width"));
        double height = Double.parseDouble(svg.getDocumentElement().getAttribute("height"));
        NodeList paths = svg.getElementsByTagName("path");
        for (int i = 0; i < paths.getLength(); i++) {
            String[] numbers = ((Element) paths.item(i))
                    .getAttribute("d")
                    .replaceAll("[A-Z]+", " ")
                    .strip()
                    .split(" +", -1);
            for (int at = 0; at < numbers.length; at++) {
                assertThat(Double.parseDouble(numbers[at])).isBetween(0.0, at % 2 == 0 ? width : height);
            }
        }
        NodeList circles = svg.getElementsByTagName("circle");
        for (int i = 0; i < circles.getLength(); i++) {
            Element circle = (Element) circles.item(i);
            assertThat(Double.parseDouble(circle.getAttribute("cx"))).isBetween(0.0, width);
            assertThat(Double.parseDouble(circle.getAttribute("cy"))).isBetween(0.0, height);
        }
        NodeList texts = svg.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            double x = Double.parseDouble(text.getAttribute("x"));
            double room = TextMetrics.width(
                    text.getTextContent(),
                    new java.awt.Font(
                            java.awt.Font.SANS_SERIF,
                            text.getAttribute("font-weight").isEmpty() ? java.awt.Font.PLAIN : java.awt.Font.BOLD,
                            Integer.parseInt(text.getAttribute("font-size"))));
            double left = switch (text.getAttribute("text-anchor")) {
                case "end" -> x - room;
                case "middle" -> x - room / 2;
                default -> x;
            };
            assertThat(left).as(text.getTextContent()).isGreaterThanOrEqualTo(0);
            assertThat(left + room).as(text.getTextContent()).isLessThanOrEqualTo(width);
        }
    }

    /** Labels are as far from each other as the rows that they are about, whatever is drawn in these. */
    @ParameterizedTest
    @MethodSource("figures")
    void noTextIsWrittenOverAnother(Map.Entry<String, Figure> figure) throws Exception {
        NodeList texts = parsed(ChartFormat.SVG.bytes(figure.getValue())).getElementsByTagName("text");
        Set<String> places = new HashSet<>();
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            if (!text.getTextContent().isEmpty()) {
                assertThat(places.add(text.getAttribute("x") + " " + text.getAttribute("y")))
                        .as(text.getTextContent())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void aPngCanBeReadAndShowsSomething(Map.Entry<String, Figure> figure) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(ChartFormat.PNG.bytes(figure.getValue())));

        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(image.getWidth()).isEqualTo(1816);
        assertThat(image.getRGB(0, 0)).as("the ground is white").isEqualTo(0xFFFFFFFF);
        assertThat(colours).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void aPageAsksNobodyForAnythingAndRunsNothing(Map.Entry<String, Figure> figure) {
        String html = new String(ChartFormat.HTML.bytes(figure.getValue()), StandardCharsets.UTF_8);
        String lower = html.toLowerCase(java.util.Locale.ROOT).replace("http://www.w3.org/2000/svg", "");

        assertThat(lower)
                .doesNotContain("<script", "http:", "https:", "//", "url(", "@import", "src=", "href=", "<link");
        assertThat(html.chars()).noneMatch(c -> c < ' ' && c != '\n');
        assertThat(html).contains("<meta charset=\"utf-8\">", "default-src 'none'", "prefers-color-scheme:dark");
        assertThat(html).contains("<th scope=\"row\">", "<dt>privacy</dt>");
    }

    @ParameterizedTest
    @MethodSource("figures")
    void theSameIsAlwaysDrawnByTheSameBytes(Map.Entry<String, Figure> figure) {
        for (ChartFormat format : ChartFormat.values()) {
            assertThat(format.bytes(figure.getValue())).isEqualTo(format.bytes(figure.getValue()));
        }
    }

    @Test
    void aChartFileDoesNotDiscloseTheBudgetOfThePrincipal() {
        ExampleAnswers.figures()
                .forEach((name, figure) -> assertThat(figure.facts().stream().map(Fact::label))
                        .as(name)
                        .contains("interval", "unit", "privacy")
                        .doesNotContain("budget", "cached", "request"));
    }

    @Test
    void ofSeveralLabelsTheLongestIsCutOffFirst() {
        List<String> labels = List.of("a household with a name as long as this and longer still", "[18, 30)", "basic");

        assertThat(TextMetrics.joined(labels, " · ", 300, TextMetrics.BODY))
                .startsWith("a household with")
                .endsWith("… · [18, 30) · basic");
        assertThat(TextMetrics.width(TextMetrics.joined(labels, " · ", 300, TextMetrics.BODY), TextMetrics.BODY))
                .isLessThanOrEqualTo(300);
    }

    @Test
    void theEndingSaysTheFormat() {
        assertThat(ChartFormat.of(Path.of("a.b", "C.SVG"))).contains(ChartFormat.SVG);
        assertThat(ChartFormat.of(Path.of("x.png"))).contains(ChartFormat.PNG);
        assertThat(ChartFormat.of(Path.of("çİI.HTML"))).contains(ChartFormat.HTML);
        assertThat(ChartFormat.of(Path.of("svg"))).isEmpty();
        assertThat(ChartFormat.of(Path.of("x.svg.gz"))).isEmpty();
        assertThat(ChartFormat.of(Path.of("/"))).isEmpty();
    }
}

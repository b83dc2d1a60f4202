package io.leadgen.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTest {

    @Test
    void textAndAttributesAreEscaped() {
        String html = Element.of("p", "</p><script>alert('1 & 2')</script>")
                .with("title", "\" onclick=\"alert(1)")
                .html();

        assertThat(html)
                .isEqualTo("<p title=\"&quot; onclick=&quot;alert(1)\">"
                        + "&lt;/p&gt;&lt;script&gt;alert(&#39;1 &amp; 2&#39;)&lt;/script&gt;</p>\n");
    }

    @Test
    void whatCannotBeSeenOrTurnsTextAroundIsReplaced() {
        assertThat(Element.of("p", "a\u0000b\u001b[31mc\nd\u202ee\u2066f\u200fg\ud800h")
                        .html())
                .isEqualTo("<p>a␀b␛[31mc␊d\uFFFDe\uFFFDf\uFFFDg\uFFFDh</p>\n");
    }

    @Test
    void linesKeepTheirBreaksAndNothingElse() {
        assertThat(Element.of("pre").lines("a\r\nb <\u0007\n").html()).isEqualTo("<pre>a\nb &lt;␇</pre>\n");
    }

    @Test
    void childrenStandInTheirOrder() {
        assertThat(Element.of("p")
                        .text("in ")
                        .add(Element.of("code", "a"))
                        .text(", b")
                        .html())
                .isEqualTo("<p>in <code>a</code>, b</p>\n");
        assertThat(Element.of("meta").with("charset", "utf-8").html()).isEqualTo("<meta charset=\"utf-8\">\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "p>", "on click", "p\n", "1p", "ı"})
    void whatIsNoNameIsRefused(String name) {
        assertThatThrownBy(() -> Element.of(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Element.of("p").with(name, "x")).isInstanceOf(IllegalArgumentException.class);
    }
}

package io.leadgen.cli.man;

import java.util.List;

/**
 * The source of one page for {@code man}, in the macros of man(7). Text is shown as it is given: what roff would read as a
 * request, an escape or a typographer's sign is written so that a reader can copy it into a shell.
 */
final class Roff {
    private static final int LINE = 78;

    private final StringBuilder source = new StringBuilder();
    private boolean sectionBegins;

    /**
     * @param name the page's name, in capitals by convention
     * @param date when it was made, as {@code yyyy-MM-dd}
     * @param origin the program and its version, for the page's foot
     */
    Roff(String name, String date, String origin) {
        line(".TH " + quoted(name) + " 1 " + date + " " + quoted(origin) + " \"User Commands\"");
        line(".nr HY 0").line(".nh"); // a hyphen at the end of a line would spoil names and options
        line(".ad l");
    }

    Roff section(String title) {
        line(".SH " + quoted(title));
        sectionBegins = true;
        return this;
    }

    Roff paragraph(String text) {
        return gap().text(text);
    }

    /** Words in a line that is filled. */
    Roff text(String text) {
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (line.length() + word.length() >= LINE) {
                verbatim(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        return verbatim(line.toString());
    }

    Roff entry(String boldTerm, String... definition) {
        line(".TP").line("\\fB" + escaped(boldTerm) + "\\fR");
        List.of(definition).forEach(this::text);
        return this;
    }

    /** A program and what follows it, broken between words only and indented by the program's name. */
    Roff synopsis(String program, String words) {
        return line(".SY " + quoted(program)).text(words).line(".YS");
    }

    Roff code(List<String> lines) {
        gap().line(".nf").line(".RS 2");
        lines.forEach(this::verbatim);
        return line(".RE").line(".fi");
    }

    /** The empty line before a paragraph; a section begins with one anyway. */
    private Roff gap() {
        return sectionBegins ? this : line(".PP");
    }

    private Roff verbatim(String text) {
        String escaped = escaped(text);
        return line(escaped.startsWith(".") || escaped.startsWith("\\(aq") ? "\\&" + escaped : escaped);
    }

    private Roff line(String line) {
        source.append(line).append('\n');
        sectionBegins = false;
        return this;
    }

    private static String quoted(String text) {
        return '"' + escaped(text).replace("\"", "\\(dq") + '"';
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(sign -> {
            switch (sign) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                default -> {
                    if (sign < 0x80) {
                        escaped.appendCodePoint(sign);
                    } else {
                        escaped.append(String.format("\\[u%04X]", sign));
                    }
                }
            }
        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return source.toString();
    }
}

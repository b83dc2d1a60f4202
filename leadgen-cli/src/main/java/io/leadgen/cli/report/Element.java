package io.leadgen.cli.report;

import io.leadgen.cli.figure.file.HtmlFigure;
import io.leadgen.cli.figure.file.Markup;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.Theme;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An HTML element that is being written. Whatever is put in as text or as the value of an attribute is made harmless: it is
 * escaped, and control characters and marks that change the direction of text are replaced by signs that can be seen.
 */
final class Element {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Set<String> VOID = Set.of("meta", "br");
    /** Within a line, a line break would show as a space. */
    private static final Set<String> INLINE = Set.of("a", "code", "strong");

    private static final Page WORDS = new Page(Theme.OF_FILES);

    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final StringBuilder content = new StringBuilder();

    private Element(String name) {
        this.name = checked(name);
    }

    static Element of(String name) {
        return new Element(name);
    }

    static Element of(String name, String text) {
        return new Element(name).text(text);
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of an element or attribute");
        }
        return name;
    }

    Element with(String attribute, String value) {
        attributes.append(" " + checked(attribute) + "=\"" + harmless(value) + "\"");
        return this;
    }

    Element text(String text) {
        content.append(harmless(text));
        return this;
    }

    /** Text whose line breaks are kept. */
    Element lines(String text) {
        content.append(text.lines().map(Element::harmless).collect(Collectors.joining("\n")));
        return this;
    }

    Element add(Element child) {
        content.append(child.html());
        return this;
    }

    Element add(Collection<Element> children) {
        children.forEach(this::add);
        return this;
    }

    /** What {@link HtmlFigure} has written, or a style sheet of ours: no text of others. */
    Element written(String html) {
        content.append(html);
        return this;
    }

    private static String harmless(String text) {
        return Markup.escaped(WORDS.shown(text));
    }

    String html() {
        return VOID.contains(name)
                ? "<" + name + attributes + ">\n"
                : "<" + name + attributes + ">" + content + "</" + name + (INLINE.contains(name) ? ">" : ">\n");
    }
}

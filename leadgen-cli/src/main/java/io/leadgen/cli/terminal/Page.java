package io.leadgen.cli.terminal;

import io.leadgen.cli.figure.Figure.Fact;
import io.leadgen.cli.figure.Picture;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Words for people, in the width of their terminal: a headline, sentences, labelled facts, tables. */
public final class Page {
    private static final String INDENT = "  ";

    private final Theme theme;
    private final StringBuilder text = new StringBuilder();
    private final List<Fact> facts = new ArrayList<>();

    public Page(Theme theme) {
        this.theme = theme;
    }

    public Theme theme() {
        return theme;
    }

    public Page headline(String line) {
        endFacts();
        DisplayText.wrapped(line, theme.width())
                .forEach(part -> text.append(theme.strong(part)).append('\n'));
        return this;
    }

    public Page sentence(String line) {
        return verbatim(String.join("\n", DisplayText.wrapped(line, theme.width())) + "\n");
    }

    /** Text for a file or another program, as it is. */
    public Page verbatim(String lines) {
        endFacts();
        text.append(lines);
        return this;
    }

    public Page gap() {
        return verbatim("\n");
    }

    /** A fact; the labels of facts that follow each other are aligned. */
    public Page fact(String label, String value) {
        facts.add(new Fact(label, value));
        return this;
    }

    public Page table(TextTable table) {
        return verbatim(table.text(theme));
    }

    public Page picture(Picture picture) {
        return verbatim(picture.draw(new TerminalPicture(theme)));
    }

    private void endFacts() {
        int labels = facts.stream()
                .mapToInt(fact -> DisplayText.width(fact.label()))
                .max()
                .orElse(0);
        int hanging = INDENT.length() + labels + INDENT.length();
        for (Fact fact : facts) {
            Iterator<String> lines =
                    DisplayText.wrapped(fact.value(), theme.width() - hanging).iterator();
            String label = theme.dim(DisplayText.padded(fact.label(), labels));
            text.append(INDENT + label + INDENT + lines.next() + "\n");
            lines.forEachRemaining(line -> text.append(" ".repeat(hanging) + line + "\n"));
        }
        facts.clear();
    }

    /** The facts since anything else was written. */
    public List<Fact> facts() {
        return List.copyOf(facts);
    }

    public String text() {
        endFacts();
        return text.toString();
    }

    /** A predicate, made harmless and on one line. */
    public String condition(String predicate) {
        return DisplayText.onOneLine(predicate, theme.unicode());
    }

    /** What others wrote, made harmless. */
    public String shown(String foreign) {
        return DisplayText.visible(foreign, theme.unicode());
    }
}

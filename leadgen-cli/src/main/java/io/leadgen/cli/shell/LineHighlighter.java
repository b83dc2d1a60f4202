package io.leadgen.cli.shell;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Shows, while a line is typed, whether its command is one, and where strings begin and end. */
final class LineHighlighter implements Highlighter {
    private static final AttributedStyle COMMAND = AttributedStyle.BOLD;
    private static final AttributedStyle UNKNOWN = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
    private static final AttributedStyle STRING = AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
    private static final AttributedStyle WORD = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    private static final Pattern PARTS = Pattern.compile(
            "(?<string>'[^']*('|$))|(?<word>(?<![\\w`-])(?i:AND|OR|NOT|IN|LIKE|ILIKE|BETWEEN|IS|NULL)(?!\\w))");

    private final Set<String> commands;

    LineHighlighter(ShellGrammar grammar) {
        this.commands = grammar.commands().subcommands().keySet();
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        AttributedStringBuilder shown = new AttributedStringBuilder();
        int start = ShellGrammar.commandFrom(buffer);
        int end = start;
        while (end < buffer.length() && !Character.isWhitespace(buffer.charAt(end))) {
            end++;
        }
        String command = buffer.substring(start, end);
        boolean begun = end == buffer.length() && commands.stream().anyMatch(each -> each.startsWith(command));
        shown.append(buffer.substring(0, start));
        shown.styled(commands.contains(command) ? COMMAND : begun ? AttributedStyle.DEFAULT : UNKNOWN, command);
        Matcher parts = PARTS.matcher(buffer);
        int at = end;
        while (parts.find(at)) {
            shown.append(buffer.substring(at, parts.start()));
            shown.styled(parts.group("string") == null ? WORD : STRING, parts.group());
            at = parts.end();
        }
        return shown.append(buffer.substring(at)).toAttributedString();
    }
}

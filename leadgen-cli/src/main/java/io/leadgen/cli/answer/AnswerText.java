package io.leadgen.cli.answer;

import io.leadgen.cli.terminal.DisplayText;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.Theme;
import io.leadgen.runtime.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes an answer in a format; the text ends with a line break unless it is empty. */
public final class AnswerText {
    private static final String MARKUP = "\\|`*_<[&~";

    private AnswerText() {}

    public static String of(Answer answer, OutputFormat format, Theme theme) {
        return switch (format) {
            case TABLE -> people(answer, theme);
            case JSON -> JsonText.pretty(answer.document()) + "\n";
            case NDJSON ->
                records(answer).stream()
                        .map(entry -> JsonText.compact(entry) + "\n")
                        .collect(Collectors.joining());
            case CSV -> csv(answer);
            case MARKDOWN -> markdown(answer);
        };
    }

    private static List<Map<String, @Nullable Object>> records(Answer answer) {
        return answer.records() == null ? List.of(answer.document()) : answer.records();
    }

    private static String people(Answer answer, Theme theme) {
        Page page = new Page(theme);
        answer.people().accept(page);
        return page.text();
    }

    private static String csv(Answer answer) {
        StringBuilder text = new StringBuilder();
        appendCsv(text, answer.columns().header());
        records(answer).forEach(entry -> appendCsv(text, answer.columns().cells(entry)));
        return text.toString();
    }

    /** RFC 4180: lines end with CR LF; what holds a quote, a comma or a line break is quoted. */
    private static void appendCsv(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(AnswerText::csvCell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String csvCell(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** A list has a row for each thing; one thing has a row for each field, because nobody reads twenty columns. */
    private static String markdown(Answer answer) {
        List<String> header = answer.columns().header();
        List<List<String>> rows = new ArrayList<>();
        if (answer.records() == null) {
            List<String> cells = answer.columns().cells(answer.document());
            rows.add(List.of("field", "value"));
            for (int i = 0; i < header.size(); i++) {
                rows.add(List.of(header.get(i), cells.get(i)));
            }
        } else {
            rows.add(header);
            answer.records().forEach(entry -> rows.add(answer.columns().cells(entry)));
        }
        rows.add(1, rows.get(0).stream().map(name -> "---").toList());
        return rows.stream()
                .map(row -> row.stream().map(AnswerText::markdownCell).collect(Collectors.joining(" | ", "| ", " |\n")))
                .collect(Collectors.joining());
    }

    /** Text that Markdown shows as it is: no markup, no HTML, no end of the cell. */
    private static String markdownCell(String cell) {
        return cell.lines().map(AnswerText::markdownLine).collect(Collectors.joining("<br>"));
    }

    private static String markdownLine(String line) {
        String plain = DisplayText.visible(line, true);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            // An underline within a word, as in most names, is no markup.
            boolean withinWord = c == '_' && letter(plain, i - 1) && letter(plain, i + 1);
            if (MARKUP.indexOf(c) >= 0 && !withinWord) {
                text.append('\\');
            }
            text.append(c);
        }
        return text.toString();
    }

    private static boolean letter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
}

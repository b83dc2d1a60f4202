package io.leadgen.runtime.warehouse.duckdb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A generated CSV file.
 *
 * @param names of the columns
 * @param text as written
 * @param breakage how it was broken, or {@code whole}
 */
record GeneratedCsv(List<String> names, String text, char delimiter, char quote, String breakage, boolean isPacked) {
    /** In every text of a row, and in no name. */
    static final String SECRET = "zq7";

    private static final String DELIMITERS = ",;\t|";

    /** A way to break a file: the lines get worse. The first line is the header. */
    private interface Breakage {
        String of(List<String> lines, String end, Random random, char delimiter, char quote);
    }

    private record Named(String name, Breakage breakage) {}

    private static Named at(String name, Breakage breakage) {
        return new Named(name, breakage);
    }

    /** Replaces a random line after the header. */
    private static Named line(String name, LineBreakage change) {
        return at(name, (lines, end, random, delimiter, quote) -> {
            int line = 1 + random.nextInt(Math.max(1, lines.size() - 1));
            if (line < lines.size()) {
                lines.set(line, change.of(lines.get(line), delimiter, quote));
            }
            return join(lines, end);
        });
    }

    private interface LineBreakage {
        String of(String line, char delimiter, char quote);
    }

    private static Named header(String name, LineBreakage change) {
        return at(name, (lines, end, random, delimiter, quote) -> {
            lines.set(0, change.of(lines.get(0), delimiter, quote));
            return join(lines, end);
        });
    }

    private static final List<Named> BREAKAGES = List.of(
            line("longer line", (line, d, q) -> line + d + SECRET),
            line("line with a delimiter at its end", (line, d, q) -> line + d),
            line("shorter line", (line, d, q) -> line.indexOf(d) < 0 ? line : line.substring(0, line.lastIndexOf(d))),
            line("line of one text", (line, d, q) -> SECRET),
            line("unclosed quote at the start", (line, d, q) -> q + line),
            line(
                    "unclosed quote in the last field",
                    (line, d, q) -> line.substring(0, line.lastIndexOf(d) + 1) + q + SECRET),
            line("text after a closing quote", (line, d, q) -> q + SECRET + q + "x" + line),
            line("quote in a text", (line, d, q) -> "5" + q + " " + line),
            line("space before a quote", (line, d, q) -> " " + q + SECRET + q + line),
            line("another delimiter", (line, d, q) -> line.replace(d, d == ',' ? ';' : ',')),
            line("delimiter doubled", (line, d, q) -> line.replace(String.valueOf(d), "" + d + d)),
            line("blank line before", (line, d, q) -> "\n" + line),
            line("line of spaces before", (line, d, q) -> "  \n" + line),
            line("line of delimiters before", (line, d, q) -> String.valueOf(d).repeat(3) + "\n" + line),
            line("comment before", (line, d, q) -> "# " + SECRET + "\n" + line),
            line("zero byte", (line, d, q) -> line + '\0'),
            line("return in a line", (line, d, q) -> line.replace(String.valueOf(d), "\r" + d)),
            line("other line end before", (line, d, q) -> line + "\r\n" + line),
            line("lone surrogate", (line, d, q) -> line + '\uD800'),
            line("bell", (line, d, q) -> '\7' + line),
            line("unit separator", (line, d, q) -> '\37' + line),
            line("byte order mark", (line, d, q) -> '\uFEFF' + line),
            line("backslash before a delimiter", (line, d, q) -> line.replace(String.valueOf(d), "\\" + d)),
            line("backslash at the end", (line, d, q) -> line + "\\"),
            line("backslash and quote", (line, d, q) -> q + SECRET + "\\" + q + q + line),
            line("very long text", (line, d, q) -> SECRET.repeat(2_000) + line),
            line("other type", (line, d, q) -> SECRET + line),
            line("word for null", (line, d, q) -> line.replaceFirst("[0-9]+", "NA")),
            line("number of another form", (line, d, q) -> line.replaceFirst("[0-9]+", "1,5")),
            header("quote opened in the header", (line, d, q) -> line + q),
            header("quote before the header", (line, d, q) -> q + line),
            header("line break in the header", (line, d, q) -> q + "a\nb" + q + d + line),
            header("long name", (line, d, q) -> "n".repeat(256) + line),
            header("one name more", (line, d, q) -> line + d + "more"),
            header("one name less", (line, d, q) -> line.indexOf(d) < 0 ? line : line.substring(line.indexOf(d) + 1)),
            header("names twice", (line, d, q) -> line + d + line),
            header("title", (line, d, q) -> "Title\n" + line),
            header("other delimiter in the header", (line, d, q) -> line.replace(d, d == ';' ? ',' : ';')),
            at("no header", (lines, end, random, d, q) -> join(lines.subList(1, lines.size()), end)),
            at("header twice", (lines, end, random, d, q) -> join(lines, end) + lines.get(0) + end),
            at("cut", (lines, end, random, d, q) -> {
                String text = join(lines, end);
                return text.substring(0, random.nextInt(text.length()));
            }),
            at(
                    "two files",
                    (lines, end, random, d, q) ->
                            join(lines, end) + join(lines, end).replace(d, d == ',' ? ';' : ',')),
            at("empty", (lines, end, random, d, q) -> random.nextBoolean() ? "" : end),
            at("letter deleted", (lines, end, random, d, q) -> {
                String text = join(lines, end);
                int at = random.nextInt(text.length());
                return text.substring(0, at) + text.substring(at + 1);
            }),
            at("letter added", (lines, end, random, d, q) -> {
                String text = join(lines, end);
                int at = random.nextInt(text.length());
                return text.substring(0, at) + "\",;'\n\t |x1#\\".charAt(random.nextInt(12)) + text.substring(at);
            }));

    private static String join(List<String> lines, String end) {
        return String.join(end, lines) + end;
    }

    static GeneratedCsv of(Random random) {
        char delimiter = DELIMITERS.charAt(random.nextInt(DELIMITERS.length()));
        char quote = '"';
        String end = List.of("\n", "\n", "\r\n").get(random.nextInt(3));
        int columns = random.nextInt(6) == 0 ? 1 : 2 + random.nextInt(4);
        int rows = random.nextInt(10) == 0 ? 3_000 + random.nextInt(3_000) : random.nextInt(60);
        List<String> names = new ArrayList<>();
        int[] kinds = new int[columns];
        for (int i = 0; i < columns; i++) {
            names.add("name" + (char) ('a' + i));
            kinds[i] = random.nextInt(7);
        }
        List<String> lines = new ArrayList<>(List.of(String.join(String.valueOf(delimiter), names)));
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(i == 0 ? "" : delimiter).append(field(kinds[i], random, delimiter, quote, columns == 1));
            }
            lines.add(line.toString());
        }
        boolean packed = random.nextInt(5) == 0;
        if (random.nextInt(3) == 0) {
            return new GeneratedCsv(names, join(lines, end), delimiter, quote, "whole", packed);
        }
        Named breakage = BREAKAGES.get(random.nextInt(BREAKAGES.size()));
        String text = breakage.breakage().of(new ArrayList<>(lines), end, random, delimiter, quote);
        return new GeneratedCsv(names, text, delimiter, quote, breakage.name(), packed);
    }

    private static String field(int kind, Random random, char delimiter, char quote, boolean only) {
        int n = random.nextInt(1_000);
        String text = switch (kind) {
            case 0 -> Integer.toString(n);
            case 1 -> n / 10 + "." + n % 10;
            case 2 -> random.nextInt(4) == 0 ? "" : Integer.toString(n);
            case 3 -> SECRET + n;
            case 4 -> SECRET + " \u00FC\uD83D\uDE00 " + n;
            case 5 -> SECRET + delimiter + (random.nextInt(5) == 0 ? "\n" : "") + quote + n;
            default -> random.nextBoolean() ? "" : SECRET + n % 7;
        };
        boolean needs = text.indexOf(delimiter) >= 0
                || text.indexOf(quote) >= 0
                || text.indexOf('\n') >= 0
                || (only && text.isEmpty());
        return needs || random.nextInt(9) == 0 ? quote + text.replace("" + quote, "" + quote + quote) + quote : text;
    }

    boolean isWhole() {
        return breakage.equals("whole");
    }

    byte[] bytes() {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        if (!isPacked) {
            return plain;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** The records, the first as the header, or null if a plain reading with the file's own dialect finds no table. */
    @Nullable
    List<PlainCsv.Row> truth() {
        List<PlainCsv.Row> doubled = truth(quote);
        return doubled == null ? truth('\\') : doubled;
    }

    private @Nullable List<PlainCsv.Row> truth(char escape) {
        List<PlainCsv.Row> rows =
                PlainCsv.read(text.replaceFirst("^\uFEFF", ""), names.size() == 1 ? '\1' : delimiter, quote, escape);
        if (rows == null || rows.isEmpty()) {
            return null;
        }
        int fields = rows.get(0).fields().size();
        return rows.stream().allMatch(row -> row.fields().size() == fields) ? rows : null;
    }
}

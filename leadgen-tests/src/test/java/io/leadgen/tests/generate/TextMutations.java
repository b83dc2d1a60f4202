package io.leadgen.tests.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks texts: deletes, doubles, swaps and inserts words and characters. */
final class TextMutations {
    private static final Pattern WORD = Pattern.compile("\\s+|'(?:[^']|'')*'|`[^`]*`|\\w+|[<>=!]+|.", Pattern.DOTALL);
    private static final int[] ODD_CHARACTERS = {
        '\'', '"', '`', '\\', '(', ')', ';', '%', '_', '!', '=', '<', '-', '/', '*', '.', ',', '#', '$', '@', ':', '?',
        0, 0x1a, '\n', 0xa0, 0x200b, 0x2019, 0xff07, 0xd800, 0x1d11e, '9', 'e'
    };
    private static final List<String> ODD_WORDS = List.of(
            "AND",
            "OR",
            "NOT",
            "IN",
            "LIKE",
            "ESCAPE",
            "IS",
            "NULL",
            "BETWEEN",
            "<=>",
            "--",
            "/*",
            "//",
            "1=1",
            "OR 1=1",
            "SELECT",
            "EXISTS",
            "CASE",
            "||",
            "::int",
            "N'x'",
            "''",
            "1e3",
            "1L",
            "DATE",
            "TIMESTAMP",
            "RLIKE",
            ")(",
            "; DROP TABLE t",
            "x'");

    private final Dice dice;

    TextMutations(Dice dice) {
        this.dice = dice;
    }

    String mutate(String text) {
        String result = text;
        for (int changes = dice.between(1, 3); changes > 0; changes--) {
            result = dice.percent(50) ? inCharacters(result) : inWords(result);
        }
        return result;
    }

    private String inCharacters(String text) {
        int at = dice.below(text.length() + 1);
        int to = Math.min(text.length(), at + 1);
        return switch (dice.below(4)) {
            case 0 -> text.substring(0, at) + text.substring(to);
            case 1 -> text.substring(0, to) + text.substring(at);
            case 2 ->
                text.substring(0, at)
                        + Character.toString(ODD_CHARACTERS[dice.below(ODD_CHARACTERS.length)])
                        + text.substring(at);
            default ->
                new StringBuilder(text.substring(at, to))
                        .append(text, 0, at)
                        .append(text, to, text.length())
                        .toString();
        };
    }

    private String inWords(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        if (words.isEmpty()) {
            return dice.one(ODD_WORDS);
        }
        int at = dice.below(words.size());
        switch (dice.below(4)) {
            case 0 -> words.remove(at);
            case 1 -> words.add(at, words.get(at));
            case 2 -> words.add(at, " " + dice.one(ODD_WORDS) + " ");
            default -> {
                int other = dice.below(words.size());
                String swapped = words.get(at);
                words.set(at, words.get(other));
                words.set(other, swapped);
            }
        }
        return String.join("", words);
    }
}

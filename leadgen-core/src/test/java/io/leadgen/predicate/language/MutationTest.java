package io.leadgen.predicate.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.error.Diagnostic;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.PredicatePrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every accepted and rejected predicate, with parts removed, doubled, swapped and added. */
class MutationTest {
    private static final long SEED = 20260331;
    private static final int INPUTS = 20_000;
    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern MARKED = Pattern.compile("zq[0-9a-f]{4}");

    private static final String[] PIECES = {
        " AND ",
        " OR ",
        " NOT ",
        "(",
        ")",
        ",",
        "'",
        "`",
        "\"",
        "\\",
        "--",
        "/*",
        "*/",
        "//",
        ";",
        "=",
        "<=>",
        "==",
        "!=",
        "<>",
        " IS NULL ",
        " IS NOT DISTINCT FROM ",
        " IN (",
        " BETWEEN 1 AND 2 ",
        " LIKE '%zq0001!%' ESCAPE '!' ",
        " 'zq0002' ",
        " DATE 'zq0003' ",
        " TIMESTAMP '2024-01-31' ",
        " current_date ",
        " - INTERVAL 1 DAY ",
        "-",
        "+",
        "1",
        "1L",
        ".",
        "a.b",
        " age ",
        " city ",
        " born ",
        " vip ",
        " msisdn ",
        " lower(city) ",
        " coalesce(",
        "date_trunc('zq0004', joined)",
        "\u0000",
        "\n",
        "\t",
        "é",
        "😀",
        "\ud800",
        "\u00a0",
        ":p",
        "?",
        "[0]",
        "{",
        "::",
        "||",
        " CASE WHEN ",
        " SELECT ",
        " PRIOR ",
        " x -> ",
        "1e5",
        " ESCAPE '",
        " NULL ",
        " TRUE ",
        "N'zq0005'"
    };

    @Test
    void returnsAPredicateOrDiagnosticsWithinTheText() {
        List<String> corpus = new ArrayList<>();
        for (int weight = 0; weight < 8; weight++) {
            corpus.addAll(new GoldenFile("accepted.txt").inputs());
        }
        corpus.addAll(new GoldenFile("rejected.txt").inputs());
        Random random = new Random(SEED);
        int accepted = 0;
        for (int i = 0; i < INPUTS; i++) {
            String text = mutate(mark(corpus.get(random.nextInt(corpus.size())), random), corpus, random);
            accepted += check(text) ? 1 : 0;
        }
        System.out.println("accepted " + accepted + " of " + INPUTS);
        assertThat(accepted).isBetween(INPUTS / 50, INPUTS / 2);
    }

    /** Marks most strings with a content that cannot occur in a message by chance. */
    private static String mark(String text, Random random) {
        Matcher matcher = STRING.matcher(text);
        return random.nextInt(4) == 0
                ? text
                : matcher.replaceAll(match -> mark(match.group(), random.nextInt(0x10000)));
    }

    /** Replaces a string, except dates, units and escape characters, which need their form. */
    private static String mark(String string, int number) {
        boolean formal = Character.isDigit(string.charAt(1)) || string.length() == 3;
        return formal ? Matcher.quoteReplacement(string) : String.format("'zq%04x'", number);
    }

    private static String mutate(String seed, List<String> corpus, Random random) {
        StringBuilder text = new StringBuilder(seed);
        for (int edits = random.nextInt(3); edits >= 0; edits--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + 1 + random.nextInt(6));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, text.substring(at, end));
                case 2 -> text.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
                case 3 -> text.insert(at, corpus.get(random.nextInt(corpus.size())));
                case 4 ->
                    text.append(random.nextBoolean() ? " AND " : " OR ")
                            .append(corpus.get(random.nextInt(corpus.size())));
                default -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }

    private static boolean check(String text) {
        try {
            Predicate bound = People.bind(text);
            assertThat(People.bind(PredicatePrinter.text(bound))).as(text).isEqualTo(bound);
            return true;
        } catch (LeadgenException e) {
            assertThat(e.diagnostics()).isNotEmpty();
            int before = 0;
            for (Diagnostic diagnostic : e.diagnostics()) {
                if (diagnostic.to() > text.length() || diagnostic.from() < before || leaks(text, diagnostic)) {
                    throw new AssertionError(diagnostic + " for: " + text);
                }
                before = diagnostic.from();
            }
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("escaped from: " + text, e);
        }
    }

    /** Whether a message repeats a marked content that is only in quotes. Outside of quotes it is a name, which may be repeated. */
    private static boolean leaks(String text, Diagnostic diagnostic) {
        Matcher said = MARKED.matcher(diagnostic.message() + diagnostic.hint());
        while (said.find()) {
            if (!STRING.matcher(text).replaceAll("''").contains(said.group())) {
                return true;
            }
        }
        return false;
    }
}

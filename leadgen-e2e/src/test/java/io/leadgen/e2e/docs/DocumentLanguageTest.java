package io.leadgen.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.e2e.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages are short, in plain English, and lead where they say. It reads files only and runs in a second. */
class DocumentLanguageTest {
    private static final double MAX_WORDS_PER_SENTENCE = 17;
    private static final int MAX_LINES_OF_README = 180;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])[*_\")]*\\s+");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)\\]\\(([^)\\s]*)\\)");
    private static final Pattern MARKUP_LINK = Pattern.compile("(?:src|srcset|href)=\"([^\"]*)\"");

    /** Words that technical English does not use in our meaning, with what to write in their place. */
    private static final List<Avoided> AVOIDED = List.of(
            new Avoided("told|tells?|telling", "report, show, disclose, return"),
            new Avoided("behind", "after"),
            new Avoided("beside", "next to, also, with"),
            new Avoided("whoever|who asks", "anyone who, if you"),
            new Avoided("stands? (in|for|still)", "is in, is stored in"),
            new Avoided("blanks?", "spaces"),
            new Avoided("file'?s? endings?|by its ending", "extension"),
            new Avoided("mend(s|ed|ing)?", "fix, fixed"),
            new Avoided("defects? of leadgen", "internal error"),
            new Avoided("look(s|ed|ing)? at|see whether", "check, verify"),
            new Avoided("anew", "again"),
            new Avoided("here begins", "unexpected"),
            new Avoided("signs? of life", "progress notification"));

    private record Avoided(String words, String better) {
        private Pattern pattern() {
            return Pattern.compile("\\b(" + words + ")\\b", Pattern.CASE_INSENSITIVE);
        }
    }

    /** Sentences and words of a page, without code blocks, tables and headings; a link counts by its text. */
    private record Prose(String name, int sentences, int words) {
        private static Prose of(Document document) {
            int sentences = 0;
            int words = 0;
            // Items of a list without a full stop run on: they are read as one sentence.
            String text = LINK.matcher(String.join(" ", document.prose())).replaceAll("$1");
            for (String sentence : SENTENCE_END.split(text, -1)) {
                int count = (int) Stream.of(sentence.strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .count();
                sentences += count > 0 ? 1 : 0;
                words += count;
            }
            return new Prose(document.name(), sentences, words);
        }

        private double wordsPerSentence() {
            return sentences == 0 ? 0 : (double) words / sentences;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%5.1f  %4d sentences  %s", wordsPerSentence(), sentences, name);
        }
    }

    @Test
    void sentencesAreShortOnEveryPage() {
        List<Prose> pages = Document.all().stream().map(Prose::of).toList();
        Prose all = new Prose(
                "all pages",
                pages.stream().mapToInt(Prose::sentences).sum(),
                pages.stream().mapToInt(Prose::words).sum());
        String table = Stream.concat(pages.stream(), Stream.of(all))
                .map(Prose::toString)
                .collect(Collectors.joining("\n"));
        System.out.println("words per sentence\n" + table);
        assertThat(Stream.concat(pages.stream(), Stream.of(all)))
                .as("pages with more than %s words per sentence", MAX_WORDS_PER_SENTENCE)
                .filteredOn(page -> page.wordsPerSentence() > MAX_WORDS_PER_SENTENCE)
                .isEmpty();
    }

    @Test
    void wordsThatWeAvoidAreOnNoPage() {
        List<String> found = new ArrayList<>();
        for (Document document : Document.all()) {
            List<String> lines = document.readable();
            for (int i = 0; i < lines.size(); i++) {
                for (Avoided avoided : AVOIDED) {
                    Matcher word = avoided.pattern().matcher(lines.get(i));
                    while (word.find()) {
                        found.add("%s:%d \"%s\"; write: %s"
                                .formatted(document.name(), i + 1, word.group(), avoided.better()));
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void theReadmeIsShort() {
        assertThat(Document.at("README.md").lines()).hasSizeLessThanOrEqualTo(MAX_LINES_OF_README);
    }

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Document document : Document.all()) {
            for (String target : targets(document)) {
                if (!target.contains("://") && !target.startsWith("mailto:") && !resolves(document, target)) {
                    broken.add(document.name() + " -> " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static List<String> targets(Document document) {
        List<String> targets = new ArrayList<>();
        for (String line : document.readable()) {
            Matcher link = LINK.matcher(line);
            while (link.find()) {
                targets.add(link.group(2));
            }
            Matcher markup = MARKUP_LINK.matcher(line);
            while (markup.find()) {
                targets.add(markup.group(1));
            }
        }
        return targets;
    }

    private static boolean resolves(Document document, String target) {
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        Path path = file.isEmpty()
                ? document.path()
                : document.path().resolveSibling(file).normalize();
        if (!Files.exists(path)) {
            return false;
        }
        String name = path.getFileName().toString();
        return hash < 0
                || !name.endsWith(".md")
                || anchors(file.isEmpty() ? document : Document.at(relative(path)))
                        .contains(target.substring(hash + 1));
    }

    private static String relative(Path path) {
        return Checkout.ROOT.relativize(path).toString();
    }

    /** The anchors of a page's headings, as code hosts make them. */
    private static Set<String> anchors(Document document) {
        return document.readable().stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ *", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** Where a block has no language, nobody knows if its commands are run. */
    @Test
    void everyBlockOfCodeHasALanguageAndCommandsAreRun() {
        List<String> unmarked = new ArrayList<>();
        for (Document document : Document.all()) {
            for (Document.Fence fence : document.fences()) {
                if (document.name().contains("/resources/")) {
                    continue; // part of the demo, whose name is a checksum of it
                }
                boolean console = fence.language().equals("console");
                boolean command = fence.content().stream()
                        .anyMatch(line -> line.matches("(\\$ )?(bin/)?leadgen(-mcp)? .*") && !line.contains("…"));
                if (fence.language().isEmpty() || (command && !console)) {
                    unmarked.add(document.name() + ":" + fence.line());
                }
            }
        }
        assertThat(unmarked)
                .as("blocks without a language, or with commands that no test runs")
                .isEmpty();
    }
}

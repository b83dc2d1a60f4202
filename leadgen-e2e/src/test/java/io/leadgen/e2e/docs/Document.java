package io.leadgen.e2e.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadgen.e2e.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A page in Markdown.
 *
 * @param name its path from the root of the checkout, with forward slashes
 */
record Document(String name, List<String> lines) {
    private static final Set<String> SKIPPED = Set.of("target", "node_modules");
    private static final Pattern ITEM = Pattern.compile("([-*+]|\\d+\\.) ");

    /**
     * A block of code.
     *
     * @param line where it begins, from 1
     * @param language what follows the opening fence; empty if nothing does
     */
    record Fence(int line, String language, List<String> content) {}

    static Document at(String name) {
        try {
            return new Document(name, Files.readAllLines(Checkout.ROOT.resolve(name), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every page of the checkout, by name. */
    static List<Document> all() {
        List<String> names = new ArrayList<>();
        try {
            Files.walkFileTree(Checkout.ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean skipped = SKIPPED.contains(name) || (name.startsWith(".") && !folder.equals(Checkout.ROOT));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".md")) {
                        names.add(Checkout.ROOT.relativize(file).toString().replace('\\', '/'));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.sort(names);
        return names.stream().map(Document::at).toList();
    }

    Path path() {
        return Checkout.ROOT.resolve(name);
    }

    List<Fence> fences() {
        List<Fence> fences = new ArrayList<>();
        Fence open = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.startsWith("```")) {
                if (open != null) {
                    open.content().add(line);
                }
            } else if (open == null) {
                open = new Fence(i + 1, line.substring(3).strip(), new ArrayList<>());
            } else {
                fences.add(open);
                open = null;
            }
        }
        return fences;
    }

    /** Paragraphs and items of lists, each on one line; no code blocks, tables, headings, pictures and markup. */
    List<String> prose() {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        boolean code = false;
        for (String line : lines) {
            String text = line.strip();
            boolean fence = text.startsWith("```");
            boolean item = ITEM.matcher(text).lookingAt();
            if (fence || code || item || text.isEmpty() || "#|<!".indexOf(text.charAt(0)) >= 0) {
                if (block.length() > 0) {
                    blocks.add(block.toString());
                    block.setLength(0);
                }
                code ^= fence;
                if (!item || code || fence) {
                    continue;
                }
                text = text.substring(text.indexOf(' ') + 1);
            }
            block.append(block.length() == 0 ? "" : " ").append(text);
        }
        if (block.length() > 0) {
            blocks.add(block.toString());
        }
        return blocks;
    }

    /** Everything a reader reads as text: prose, headings and tables, without code. */
    List<String> readable() {
        List<String> readable = new ArrayList<>();
        boolean code = false;
        for (String line : lines) {
            boolean fence = line.startsWith("```");
            code ^= fence;
            readable.add(code || fence ? "" : line.replaceAll("``.*?``|`[^`]*`", "`code`"));
        }
        return readable;
    }
}

package io.leadgen.cli.figure;

import java.util.List;

/**
 * A picture with the words that a reader needs who sees nothing else of the answer: fit for a file of its own. Its texts are as
 * {@link Picture}'s: harmless to show, but not escaped for any format.
 *
 * @param title what is shown
 * @param subject of which table, under which condition
 * @param tables all numbers of the picture first, then the rest of the answer
 * @param facts what is to be known about the numbers, the privacy of those who are counted first of all
 */
public record Figure(String title, String subject, Picture picture, List<Table> tables, List<Fact> facts) {

    /**
     * Numbers in words.
     *
     * @param caption what they are about
     * @param header the names of the columns
     * @param labels how many columns say what a row is about; the others hold numbers
     */
    public record Table(String caption, List<String> header, int labels, List<List<String>> rows) {}

    public record Fact(String label, String value) {}
}

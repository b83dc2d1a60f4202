package io.leadgen.predicate.language.lex;

/** Which characters the language distinguishes. */
final class Characters {
    private Characters() {}

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAscii(int codePoint) {
        return codePoint <= '~';
    }

    /** Whether a word can start with it: a letter of any script or an underscore. */
    static boolean isWordStart(int codePoint) {
        return codePoint == '_' || Character.isLetter(codePoint);
    }

    /** Whether a word can contain it. Digits and accents of other scripts count only if the word can hold letters of them. */
    static boolean isWordPart(int codePoint) {
        return isWordStart(codePoint)
                || (isAscii(codePoint)
                        ? isDigit((char) codePoint)
                        : Character.getType(codePoint) == Character.NON_SPACING_MARK);
    }

    /** The offset after the word that starts or continues at {@code from}. */
    static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && isWordPart(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    static boolean isTypographicQuote(int codePoint) {
        return (codePoint >= 0x2018 && codePoint <= 0x201f)
                || codePoint == 0x00b4
                || codePoint == 0x00ab
                || codePoint == 0x00bb
                || codePoint == 0xff07
                || codePoint == 0xff02;
    }

    static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}

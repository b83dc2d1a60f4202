package io.leadgen.predicate.language.parse;

import io.leadgen.predicate.language.lex.Token;
import io.leadgen.predicate.language.lex.Token.Kind;
import io.leadgen.predicate.language.parse.Syntax.Name;
import io.leadgen.predicate.language.parse.Syntax.RelatedColumns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the condition of a sub-query that says who is the same person: {@code e.id = people.id}.
 *
 * @param tokens of the condition, whose words are not decided
 * @param alias what names the sub-query's table in it
 */
record LinkFinder(List<Token> tokens, String alias) {
    /**
     * A link.
     *
     * @param end the index after its last token
     */
    record Found(RelatedColumns columns, int end) {}

    /** The link that begins here, in either order, as one of the conditions that AND joins; or null. */
    @Nullable
    Found at(int at) {
        int middle = at + (isQualified(at) ? 3 : 1);
        int right = middle + 1;
        int end = right + (isQualified(right) ? 3 : 1);
        boolean isEquality =
                isName(at) && middle < tokens.size() && tokens.get(middle).kind() == Kind.EQ && isName(right);
        boolean isWhole = (at == 0 || isAnd(at - 1)) && end <= tokens.size() && (end == tokens.size() || isAnd(end));
        if (!isEquality || !isWhole) {
            return null;
        }
        boolean leftOuter = isQualified(at) && !isInner(at);
        boolean rightOuter = isQualified(right) && !isInner(right);
        if (leftOuter == rightOuter) {
            return null;
        }
        Name left = name(middle - 1);
        Name other = name(end - 1);
        RelatedColumns columns =
                leftOuter ? new RelatedColumns(other, name(at), left) : new RelatedColumns(left, name(right), other);
        return new Found(columns, end);
    }

    private boolean isName(int at) {
        return at < tokens.size()
                && (tokens.get(at).kind() == Kind.WORD || tokens.get(at).kind() == Kind.NAME);
    }

    /** Whether a column with the name of its table begins here. */
    boolean isQualified(int at) {
        return isName(at) && at + 1 < tokens.size() && tokens.get(at + 1).kind() == Kind.DOT && isName(at + 2);
    }

    /** Whether the name here is that of the sub-query's table. */
    boolean isInner(int at) {
        return tokens.get(at).text().equalsIgnoreCase(alias);
    }

    private boolean isAnd(int at) {
        return isWord(tokens.get(at), "and");
    }

    static boolean isWord(Token token, String word) {
        return token.kind() == Kind.WORD && token.text().equalsIgnoreCase(word);
    }

    private Name name(int at) {
        return new Name(tokens.get(at).range(), tokens.get(at).text());
    }
}

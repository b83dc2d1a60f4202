package io.leadgen.predicate;

import io.leadgen.predicate.Token.Kind;
import java.util.List;

/**
 * Walks the gate's tokens while JSqlParser's tree is walked in the order of the text. Every token must be accounted for by a
 * node of the tree, brackets aside: nothing that the caller wrote can be dropped, added, or moved. The tokens also tell where
 * the nodes stand.
 */
final class TokenCursor {
    private final List<Token> tokens;
    private int at;

    TokenCursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The next token. */
    Token peek() {
        int index = at;
        while (isBracket(tokens.get(index).kind())) {
            index++;
        }
        return tokens.get(index);
    }

    private static boolean isBracket(Kind kind) {
        return kind == Kind.OPEN || kind == Kind.CLOSE;
    }

    /** Takes the next token, which must be of this kind. */
    Token take(Kind kind) {
        Token next = peek();
        if (next.kind() != kind) {
            throw new Unaccounted(next);
        }
        while (isBracket(tokens.get(at).kind())) {
            at++;
        }
        at++;
        return next;
    }

    /** Takes the next token, which must be of this kind and be written so for JSqlParser. */
    Token take(Kind kind, String normalised) {
        Token token = take(kind);
        if (!token.normalised(at - 1).equals(normalised)) {
            throw new Unaccounted(token);
        }
        return token;
    }

    /** The range from a token on, up to the last token taken. */
    SourceRange since(SourceRange first) {
        int last = at - 1;
        while (isBracket(tokens.get(last).kind())) {
            last--;
        }
        return first.through(tokens.get(last).range());
    }

    /** As {@link #since}, with the brackets that close directly behind the last token taken. */
    SourceRange sinceWithBracket(SourceRange first) {
        Token next = tokens.get(at);
        return next.kind() == Kind.CLOSE ? first.through(next.range()) : since(first);
    }

    /** The tree and the tokens do not say the same. */
    static final class Unaccounted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Token token;

        Unaccounted(Token token) {
            super("unaccounted token", null, false, false);
            this.token = token;
        }

        Token token() {
            return token;
        }
    }
}

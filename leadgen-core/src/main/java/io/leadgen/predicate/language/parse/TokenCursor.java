package io.leadgen.predicate.language.parse;

import io.leadgen.predicate.language.lex.SourceRange;
import io.leadgen.predicate.language.lex.Token;
import io.leadgen.predicate.language.lex.Token.Kind;
import java.util.List;

/**
 * Walks the tokens while the tree of JSqlParser is walked in the order of the text. A node must account for every token except
 * brackets, so nothing that the caller wrote can be dropped, added or moved. The tokens also give the nodes their positions.
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
            throw new UnaccountedToken(next);
        }
        while (isBracket(tokens.get(at).kind())) {
            at++;
        }
        at++;
        return next;
    }

    /** Takes the next token, which must be of this kind and be written this way for JSqlParser. */
    Token take(Kind kind, String normalized) {
        Token token = take(kind);
        if (!token.normalized(at - 1).equals(normalized)) {
            throw new UnaccountedToken(token);
        }
        return token;
    }

    /** Rejects the next token unless a condition holds. */
    void require(boolean holds) {
        if (!holds) {
            throw new UnaccountedToken(peek());
        }
    }

    /** The range from a token to the last token taken. */
    SourceRange since(SourceRange first) {
        int last = at - 1;
        while (isBracket(tokens.get(last).kind())) {
            last--;
        }
        return first.through(tokens.get(last).range());
    }

    /** The range from a token to the bracket that closes the one at {@code opening}. */
    SourceRange withBrackets(SourceRange first, int opening) {
        int open = 0;
        int index = opening;
        do {
            Kind kind = tokens.get(index).kind();
            open += kind == Kind.OPEN ? 1 : kind == Kind.CLOSE ? -1 : 0;
            index++;
        } while (open > 0 && index < tokens.size());
        return first.through(tokens.get(index - 1).range());
    }

    /** The index of the token after the last one taken. */
    int position() {
        return at;
    }

    /** The tree and the tokens differ. */
    static final class UnaccountedToken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Token token;

        UnaccountedToken(Token token) {
            super("unaccounted token", null, false, false);
            this.token = token;
        }

        Token token() {
            return token;
        }
    }
}

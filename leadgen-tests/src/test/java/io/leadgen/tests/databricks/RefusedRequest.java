package io.leadgen.tests.databricks;

/** A request that the API answers with an error. */
final class RefusedRequest extends Exception {
    private static final long serialVersionUID = 1;

    private final transient HttpReply reply;

    RefusedRequest(int status, String code, String message) {
        super(code);
        this.reply = HttpReply.error(status, code, message);
    }

    HttpReply reply() {
        return reply;
    }
}

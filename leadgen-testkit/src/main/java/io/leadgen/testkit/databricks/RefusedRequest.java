package io.leadgen.testkit.databricks;

/** A request that the API answers with an error. */
final class RefusedRequest extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Reply reply;

    RefusedRequest(int status, String code, String message) {
        super(code);
        this.reply = Reply.error(status, code, message);
    }

    Reply reply() {
        return reply;
    }
}

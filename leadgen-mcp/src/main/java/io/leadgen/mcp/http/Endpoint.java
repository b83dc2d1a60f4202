package io.leadgen.mcp.http;

/** Handles messages. Safe for use by several threads; an exchange may be answered after a method returns. */
public interface Endpoint extends AutoCloseable {
    void message(Exchange exchange, RpcMessage message) throws RefusalException;

    /** Opens a stream for notifications. */
    void listen(Exchange exchange) throws RefusalException;

    /** Ends the session of a client. */
    void end(Exchange exchange) throws RefusalException;

    /** Ends streams for notifications; calls continue. */
    void stopListening();

    /** Cancels all calls. */
    @Override
    void close();
}

package io.leadgen.mcp.http;

/** What messages mean. Called by many threads at once; the exchange may be answered after a method has returned. */
public interface Endpoint extends AutoCloseable {
    /** A message that a client has sent. */
    void message(Exchange exchange, Message message) throws Refused;

    /** A client that wants to hear what the server has to say by itself. */
    void listen(Exchange exchange) throws Refused;

    /** A client that ends its session. */
    void end(Exchange exchange) throws Refused;

    /** Ends what only listens, so that nothing waits for it; calls go on. */
    void stopListening();

    /** Cancels the calls that still run. */
    @Override
    void close();
}

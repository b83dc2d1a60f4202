package io.leadgen.tests.databricks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * An HTTP proxy that knows one target and leads it to a port of this machine; all other targets are refused with 403, and
 * noted. So nothing that goes through it leaves the machine.
 */
final class ConnectProxy implements AutoCloseable {
    private static final String TARGET = LoopbackCertificate.HOST + ":443";
    private static final int LONGEST_HEAD = 16_384;
    private static final int MILLIS_FOR_A_HEAD = 30_000;

    private final ServerSocket listener;
    private final int port;
    private final ExecutorService executor;
    private final RequestJournal journal;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    /** The client's socket by the port from which its requests reach the server. */
    private final Map<Integer, Socket> clients = new ConcurrentHashMap<>();

    private ConnectProxy(ServerSocket listener, int port, ExecutorService executor, RequestJournal journal) {
        this.listener = listener;
        this.port = port;
        this.executor = executor;
        this.journal = journal;
    }

    /** A proxy that leads to that port. */
    static ConnectProxy start(int port, ExecutorService executor, RequestJournal journal) throws IOException {
        ServerSocket listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        ConnectProxy proxy = new ConnectProxy(listener, port, executor, journal);
        executor.execute(proxy::listen);
        return proxy;
    }

    int port() {
        return listener.getLocalPort();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                accept(listener.accept());
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new IllegalStateException("the emulator's proxy", e);
                }
            }
        }
    }

    private void accept(Socket client) {
        sockets.add(client);
        try {
            executor.execute(() -> serve(client));
        } catch (RejectedExecutionException e) {
            // It came while the emulator was being closed.
            close(client);
        }
        if (listener.isClosed()) {
            close(client);
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            client.setSoTimeout(MILLIS_FOR_A_HEAD);
            String[] request = head(client.getInputStream()).split("[ \r\n]", 3);
            client.setSoTimeout(0);
            if (request.length > 1 && "CONNECT".equals(request[0]) && TARGET.equals(request[1])) {
                connect(client);
            } else {
                journal.refused(request.length > 1 ? request[1] : "");
                client.getOutputStream()
                        .write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                .getBytes(US_ASCII));
            }
        } catch (IOException | RejectedExecutionException e) {
            // The client has gone, or the emulator is closed: nobody is left to be told.
            return;
        } finally {
            sockets.remove(client);
        }
    }

    /** Byte by byte, because what follows the head belongs to the server. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (head.size() < LONGEST_HEAD) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
            if (next == '\n' && head.toString(US_ASCII).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(US_ASCII);
    }

    private void connect(Socket client) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            sockets.add(server);
            server.setTcpNoDelay(true);
            clients.put(server.getLocalPort(), client);
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
            executor.execute(() -> copy(server, client));
            copy(client, server);
            clients.remove(server.getLocalPort());
            sockets.remove(server);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side has gone; the other is told below.
        } finally {
            close(from);
            close(to);
        }
    }

    /** Resets the connection over which requests come from that port. */
    void reset(int serverSide) {
        Socket client = clients.get(serverSide);
        if (client != null) {
            try {
                client.setSoLinger(true, 0);
            } catch (SocketException e) {
                // It is closed already.
                return;
            }
            close(client);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more in any case.
            return;
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new IllegalStateException("the emulator's proxy", e);
        }
        sockets.forEach(ConnectProxy::close);
    }
}

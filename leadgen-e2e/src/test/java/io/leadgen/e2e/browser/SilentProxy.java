package io.leadgen.e2e.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that hangs up on everybody, and remembers whom they wanted. */
final class SilentProxy implements AutoCloseable {
    private static final int PATIENCE_MS = 5_000;

    private final ServerSocket socket;
    private final List<String> hosts = new CopyOnWriteArrayList<>();

    private SilentProxy(ServerSocket socket) {
        this.socket = socket;
    }

    static SilentProxy open() throws IOException {
        SilentProxy proxy = new SilentProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread listener = new Thread(proxy::listen, "silent proxy");
        listener.setDaemon(true);
        listener.start();
        return proxy;
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    List<String> hosts() {
        return List.copyOf(hosts);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                caller.setSoTimeout(PATIENCE_MS);
                String request = new BufferedReader(
                                new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1))
                        .readLine();
                if (request != null) {
                    hosts.add(host(request));
                }
            } catch (IOException e) {
                // Whoever hangs up first wanted nothing; and a closed proxy ends here.
            }
        }
    }

    /** Of {@code GET http://host/path HTTP/1.1} and {@code CONNECT host:443 HTTP/1.1}; all of it where there is none. */
    private static String host(String request) {
        String[] words = request.split(" ", -1);
        if (words.length < 2) {
            return request;
        }
        if (words[0].equals("CONNECT")) {
            return words[1].replaceFirst(":\\d+$", "");
        }
        String host = URI.create(words[1].replaceFirst("\\?.*", "")).getHost();
        return host == null ? request : host;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

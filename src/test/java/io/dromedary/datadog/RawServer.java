// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server that can misbehave: what each request is answered with is written byte by byte. */
public final class RawServer implements AutoCloseable {

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private final Answer answer;

    /** Answers one request; the connection is kept open if it returns normally. */
    @FunctionalInterface
    public interface Answer {

        /**
         * Writes the reply.
         *
         * @param number of the request, from 1
         */
        void to(int number, Socket client, OutputStream out) throws IOException, InterruptedException;
    }

    public RawServer(Answer answer) {
        this.answer = answer;
        try {
            socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** Answers every request with these bytes. */
    public static RawServer answering(String reply) {
        return new RawServer((number, client, out) -> out.write(bytes(reply)));
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static String ok(String json) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n"
                + json;
    }

    public String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    /** Returns the heads of the requests so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Opens with the first request. */
    public CountDownLatch asked() {
        return asked;
    }

    /** Opens once a client has closed, or reset, its connection. */
    public CountDownLatch hungUp() {
        return hungUp;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                accepted.add(client);
                connections.incrementAndGet();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            while (true) {
                var head = head(client.getInputStream());
                if (head.isEmpty()) {
                    hungUp.countDown();
                    return;
                }
                requests.add(head);
                asked.countDown();
                answer.to(requests.size(), client, client.getOutputStream());
                client.getOutputStream().flush();
            }
        } catch (IOException e) {
            hungUp.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Reads to the empty line; bodies are of no interest and never sent to this server but as {@code Content-Length}.
     */
    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        int next;
        while ((next = in.read()) >= 0) {
            head.write(next);
            var text = head.toString(StandardCharsets.ISO_8859_1);
            if (text.endsWith("\r\n\r\n")) {
                return text;
            }
        }
        return "";
    }

    /** Waits until the client hangs up. */
    public static void awaitHangUp(Socket client) throws IOException {
        int next = client.getInputStream().read();
        if (next < 0) {
            throw new IOException("hung up");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (var client : accepted) {
            client.close();
        }
        threads.shutdownNow();
    }
}

package cn.lianban.outbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's server that receives what leaves through the outbox, and answers as it is told. */
final class LocalReceiver implements AutoCloseable {
  /** An answer that is none: the line is cut. */
  static final Reply CUT = new Reply(0, "");

  static final Reply TAKEN = new Reply(200, "{\"errcode\":0}");

  record Came(URI where, Headers headers, String body) {
    String header(String name) {
      return headers.getFirst(name);
    }

    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }
  }

  record Reply(int status, String body, String... headers) {}

  final List<Came> came = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Function<Integer, Reply> answers = number -> TAKEN;

  LocalReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
    server.createContext("/", this::received);
    server.start();
  }

  String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** One after another; the last holds from then on. */
  void answer(Reply... replies) {
    int before = came.size();
    answers = number -> replies[Math.min(number - before, replies.length) - 1];
  }

  private void received(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    came.add(new Came(exchange.getRequestURI(), exchange.getRequestHeaders(), body));
    Reply reply = answers.apply(came.size());
    if (reply == CUT) {
      exchange.close();
      return;
    }
    for (int i = 0; i < reply.headers().length; i += 2) {
      exchange.getResponseHeaders().add(reply.headers()[i], reply.headers()[i + 1]);
    }
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

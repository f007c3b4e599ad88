package cn.lianban.server;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A JDBC URL with its credentials apart. */
record DatabaseAddress(String url, String user, String password) {

  /**
   * Takes postgres://user:password@host:port/name?options, or the same with the prefix jdbc:.
   *
   * @throws IllegalArgumentException when user, password or host is missing
   */
  static DatabaseAddress parse(String text) {
    URI uri = URI.create(text.replaceFirst("^jdbc:", ""));
    if (uri.getUserInfo() == null || !uri.getUserInfo().contains(":") || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "DATABASE_URL must look like postgres://user:password@host:5432/name");
    }
    String[] credentials = uri.getRawUserInfo().split(":", 2);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new DatabaseAddress(
        "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + options,
        URLDecoder.decode(credentials[0], StandardCharsets.UTF_8),
        URLDecoder.decode(credentials[1], StandardCharsets.UTF_8));
  }
}

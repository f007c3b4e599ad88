package cn.lianban.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Which file answers a path: the citizens' pages by their short paths, a file by its name, and the
 * staff application for every other page a browser asks for (it routes by itself).
 */
final class PageResolver extends PathResourceResolver {
  private static final Pattern CITIZEN =
      Pattern.compile(
          "(rate|photo)/\\d{6}/?|(guide|apply)/\\d{6}(?:/[\\w-]{1,60})?/?|(progress|calculator)/?");

  /** Doors of the service, and files: never answered by the application's page. */
  private static final Pattern NO_PAGE =
      Pattern.compile(
          "(graphql|graphiql|actuator|d|export|import|files|sign-in|sign-out|csrf|assets|citizen|error)(/.*)?"
              + "|.*\\.[A-Za-z0-9]{1,5}");

  @Override
  protected @Nullable Resource resolveResourceInternal(
      @Nullable HttpServletRequest request,
      String path,
      List<? extends Resource> locations,
      ResourceResolverChain chain) {
    String file = file(path, request != null && wantsPage(request));
    return file == null ? null : super.resolveResourceInternal(request, file, locations, chain);
  }

  /** Answers the file of a path, null when there is none. */
  static @Nullable String file(String path, boolean page) {
    Matcher citizen = CITIZEN.matcher(path);
    if (citizen.matches()) {
      return "citizen/" + path.split("/", 2)[0] + ".html";
    }
    if (path.equals("trusted-documents.json")) {
      return null; // the server's own
    }
    if (NO_PAGE.matcher(path).matches()) {
      return path.contains(".") ? path : null;
    }
    return page ? "index.html" : null;
  }

  private static boolean wantsPage(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return accepted != null && accepted.contains("text/html");
  }

  @Override
  protected @Nullable Resource getResource(String path, Resource location) throws IOException {
    Resource found = super.getResource(path, location);
    return found != null && found.isReadable() ? found : null;
  }
}

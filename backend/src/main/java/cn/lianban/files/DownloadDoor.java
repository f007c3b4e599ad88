package cn.lianban.files;

import cn.lianban.graphql.Problem;
import cn.lianban.tenancy.TenantScope;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Files go out here. A browser is told to save them, never to guess their type; pictures and our
 * own printed papers it may show.
 */
@RestController
class DownloadDoor {
  static final String PATH = "/files/download/";
  private static final Set<String> SHOWN =
      Set.of("image/jpeg", "image/png", "image/gif", "image/webp");
  private final StoredFiles files;
  private final FileBytes bytes;
  private final Links links;
  private final Storage storage;
  private final TenantScope scope;

  DownloadDoor(
      StoredFiles files, FileBytes bytes, Links links, Storage storage, TenantScope scope) {
    this.files = files;
    this.bytes = bytes;
    this.links = links;
    this.storage = storage;
    this.scope = scope;
  }

  @GetMapping(PATH + "{link}")
  void download(@PathVariable String link, HttpServletResponse response) throws IOException {
    Optional<Found> found;
    try {
      found = scope.write(() -> find(link)); // its transaction ends before the bytes go
    } catch (Problem nobody) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    send(found.get(), response);
  }

  private Optional<Found> find(String link) {
    return links
        .find(link)
        .flatMap(
            target ->
                target.isToken()
                    ? scope.asSubject(target.actor(), () -> clean(target.fileId()))
                    : clean(target.fileId()));
  }

  private Optional<Found> clean(long id) {
    return files
        .find(id)
        .filter(file -> file.state() == FileState.CLEAN)
        .map(file -> new Found(file, java.util.Objects.requireNonNull(bytes.key(file.id()))));
  }

  private void send(Found found, HttpServletResponse response) throws IOException {
    StoredFile file = found.file();
    boolean ours = file.source() == FileSource.PRINTED && file.mediaType().endsWith("/pdf");
    try (InputStream content = storage.open(found.key())) {
      response.setContentType(file.mediaType());
      response.setContentLengthLong(file.size());
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          FileNames.disposition(ours || SHOWN.contains(file.mediaType()), file.name()));
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
      if (!ours) { // a sandbox would keep the browser's own PDF viewer out
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
      }
      content.transferTo(response.getOutputStream());
    }
  }

  /** A file and where it lies. */
  private record Found(StoredFile file, String key) {}
}

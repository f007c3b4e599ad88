package cn.lianban.exchange;

import cn.lianban.graphql.Admission;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files come in and go out beside GraphQL, as plain bodies, never held in memory. */
@RestController
class FileEndpoint extends FileDoor {
  private static final int BUFFER = 64 * 1024;
  private static final String FILTER = "filter.";
  private final Uploads uploads;
  private final Reports reports;
  private final Exports exports;
  private final ExportLinks links;
  private final Pieces pieces;

  FileEndpoint(
      Admission admission,
      Uploads uploads,
      Reports reports,
      Exports exports,
      ExportLinks links,
      Pieces pieces) {
    super(admission);
    this.uploads = uploads;
    this.reports = reports;
    this.exports = exports;
    this.links = links;
    this.pieces = pieces;
  }

  /** The body is the file. Answers the import's id. */
  @PostMapping("/import/files")
  ResponseEntity<Map<String, String>> upload(
      @RequestParam String kind, @RequestParam String name, HttpServletRequest request)
      throws IOException {
    admit();
    if (request.getContentLengthLong() > Uploads.MOST_BYTES) {
      throw tooLarge();
    }
    Path copy = Files.createTempFile("lianban-", ".in");
    try {
      spool(request.getInputStream(), copy);
      long id = uploads.receive(kind, name, copy);
      return ResponseEntity.status(HttpStatus.CREATED)
          .body(Map.of("id", Ids.of(DataImport.KIND, id)));
    } finally {
      Pieces.remove(copy);
    }
  }

  private static void spool(InputStream in, Path copy) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    try (OutputStream out = Files.newOutputStream(copy)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (bytes > Uploads.MOST_BYTES) {
          throw tooLarge();
        }
        out.write(buffer, 0, read);
      }
    }
  }

  private static Rejected tooLarge() {
    return new Rejected("TOO_LARGE", "file", "文件不能超过 50 MB");
  }

  /**
   * The same file with what became of each line beside it.
   *
   * @param rows {@code refused}: only the lines that were refused, to be mended and sent again
   */
  @GetMapping("/import/{id}/report")
  void report(
      @PathVariable String id,
      @RequestParam(defaultValue = "all") String rows,
      HttpServletResponse response)
      throws IOException {
    admit();
    send(reports.of(Ids.parse(DataImport.KIND, id), rows.equals("refused")), response);
  }

  /** An empty file of the kind, with its headers. */
  @GetMapping("/import/templates/{kind}")
  void template(@PathVariable String kind, HttpServletResponse response) throws IOException {
    admit();
    send(exports.template(kind), response);
  }

  /**
   * A short list, exactly as shown. Parameters that begin with {@code filter.} are its filters.
   *
   * @param columns keys with commas between them; none: all
   */
  @GetMapping("/export/lists/{listing}")
  void list(
      @PathVariable String listing,
      @RequestParam OutFormat format,
      @RequestParam(defaultValue = "") List<String> columns,
      @RequestParam @Nullable String order,
      @RequestParam Map<String, String> parameters,
      HttpServletResponse response)
      throws IOException {
    admit();
    Map<String, String> filters = new TreeMap<>();
    parameters.forEach(
        (name, value) -> {
          if (name.startsWith(FILTER) && !value.isEmpty()) {
            filters.put(name.substring(FILTER.length()), value);
          }
        });
    send(exports.now(listing, format, new Selection(columns, filters, order)), response);
  }

  /** What a job has written, for the person who asked for it. */
  @GetMapping("/export/files/{id}/{token}")
  void file(@PathVariable String id, @PathVariable String token, HttpServletResponse response)
      throws IOException {
    admit();
    DataExport one = links.behind(Ids.parse(DataExport.KIND, id), token);
    Path copy = Files.createTempFile("lianban-", ".out");
    try (OutputStream out = Files.newOutputStream(copy)) {
      pieces.write(ExportJob.owner(one.number()), out);
    }
    send(new Outfile(copy, exports.fileName(one), one.format()), response);
  }
}

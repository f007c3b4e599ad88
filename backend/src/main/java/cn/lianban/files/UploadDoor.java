package cn.lianban.files;

import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Files come in here, in one request or in pieces: {@code Upload-Offset} says where a piece begins.
 * Answers {@code {received}} while something is missing, {@code {id}} when all has come; 409 with
 * {@code received} when the piece begins elsewhere, 422 with {@code code, message} for a refusal.
 * No transaction is open while the body comes.
 */
@RestController
class UploadDoor {
  static final String PATH = "/files/upload";
  private final FileUploads uploads;
  private final Parts parts;
  private final Arrivals arrivals;
  private final TenantScope scope;

  UploadDoor(FileUploads uploads, Parts parts, Arrivals arrivals, TenantScope scope) {
    this.uploads = uploads;
    this.parts = parts;
    this.arrivals = arrivals;
    this.scope = scope;
  }

  @PutMapping(PATH)
  ResponseEntity<Map<String, Object>> piece(
      @RequestHeader("Upload-Ticket") String signed,
      @RequestHeader(name = "Upload-Offset", defaultValue = "0") long offset,
      HttpServletRequest request)
      throws IOException {
    // in a transaction of its own: none may stay open while the body comes
    Optional<Ticket> found = scope.write(() -> uploads.find(signed));
    if (found.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    Ticket ticket = found.get();
    if (!parts.take(ticket.uploadKey())) {
      return answer(HttpStatus.CONFLICT, "received", parts.received(ticket.uploadKey()));
    }
    try {
      return taken(ticket, offset, request);
    } catch (Rejected refused) {
      parts.discard(ticket.uploadKey());
      return refused(refused);
    } finally {
      parts.release(ticket.uploadKey());
    }
  }

  private ResponseEntity<Map<String, Object>> taken(
      Ticket ticket, long offset, HttpServletRequest request) throws IOException {
    Optional<Long> before = arrivals.find(ticket);
    if (before.isPresent()) {
      return done(before.get()); // the answer was lost on its way
    }
    String key = ticket.uploadKey();
    if (offset != parts.received(key)) {
      return answer(HttpStatus.CONFLICT, "received", parts.received(key));
    }
    long whole = ticket.file().size();
    if (!parts.append(key, request.getInputStream(), whole)) {
      throw new Rejected("FILE_SIZE", "size", "文件比所说的大，请重新选择后上传");
    }
    long received = parts.received(key);
    if (received >= Math.min(whole, FileTypes.HEAD)) {
      FileTypes.of(parts.head(key), ticket.file().name()); // a wrong one need not come whole
    }
    return received < whole
        ? answer(HttpStatus.OK, "received", received)
        : done(arrivals.complete(ticket));
  }

  private static ResponseEntity<Map<String, Object>> done(long id) {
    return answer(HttpStatus.OK, "id", Ids.of(StoredFile.KIND, id));
  }

  private static ResponseEntity<Map<String, Object>> answer(
      HttpStatus status, String name, Object value) {
    return ResponseEntity.status(status).body(Map.of(name, value));
  }

  private static ResponseEntity<Map<String, Object>> refused(Rejected refused) {
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
        .body(Map.of("code", refused.code(), "message", refused.toUserError().message()));
  }

  /** A caller whose account is gone. */
  @ExceptionHandler(Problem.class)
  ResponseEntity<Void> noCaller(Problem problem) {
    return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
  }
}

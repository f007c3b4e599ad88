package cn.lianban.exchange;

import cn.lianban.graphql.Admission;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.UserError;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What the exchange's doors beside GraphQL have in common. */
abstract class FileDoor {
  private final Admission admission;

  FileDoor(Admission admission) {
    this.admission = admission;
  }

  /** Who asks is known afterwards, and no transaction stays open while bytes walk slowly. */
  final void admit() {
    admission.admit("file", false);
    admission.finished();
  }

  final void send(Outfile file, HttpServletResponse response) throws IOException {
    admission.finished();
    try {
      response.setContentType(file.format().contentType());
      response.setContentLengthLong(Files.size(file.path()));
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader(
          "Content-Disposition",
          ContentDisposition.attachment()
              .filename(file.name(), StandardCharsets.UTF_8)
              .build()
              .toString());
      Files.copy(file.path(), response.getOutputStream());
    } finally {
      Pieces.remove(file.path());
    }
  }

  @ExceptionHandler
  ResponseEntity<UserError> refused(Rejected refusal) {
    return ResponseEntity.unprocessableContent().body(refusal.toUserError());
  }

  @ExceptionHandler
  ResponseEntity<UserError> refused(Problem problem) {
    HttpStatus status =
        switch (problem.code()) {
          case "UNAUTHENTICATED" -> HttpStatus.UNAUTHORIZED;
          case "BAD_INPUT", "BAD_REQUEST" -> HttpStatus.BAD_REQUEST;
          default -> HttpStatus.FORBIDDEN;
        };
    return ResponseEntity.status(status)
        .body(new UserError(problem.code(), problem.field(), String.valueOf(problem.getMessage())));
  }
}

package cn.lianban.exchange;

import cn.lianban.graphql.Admission;
import cn.lianban.graphql.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A list becomes a file exactly as it is shown. What stands there the screen has asked for under
 * its viewer's rights; here it is only written down, the way spreadsheets want it.
 */
@RestController
class SheetEndpoint extends FileDoor {
  private static final int MOST_BYTES = 32 * 1024 * 1024;
  private final Exports exports;

  SheetEndpoint(Admission admission, Exports exports) {
    super(admission);
    this.exports = exports;
  }

  /** The body is a {@link ShownSheet}. */
  @PostMapping("/export/sheets")
  void sheet(
      @RequestParam OutFormat format, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    admit();
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    send(exports.shown(read(body), format), response);
  }

  private static ShownSheet read(byte[] body) {
    if (body.length > MOST_BYTES) {
      throw Problem.badInput("rows", "列表过大");
    }
    try {
      return JsonMapper.shared().readValue(body, ShownSheet.class);
    } catch (JacksonException | NullPointerException malformed) {
      throw Problem.badInput("rows", "无法识别的列表");
    }
  }
}

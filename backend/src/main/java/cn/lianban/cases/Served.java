package cn.lianban.cases;

import cn.lianban.files.StoredFile;
import cn.lianban.files.StoredFiles;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Now;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Results that lie on their applicants' pages. When it was first opened is kept: that it has been
 * received can be shown.
 */
@Component
class Served {
  private final ProgressDesk desk;
  private final CaseQueries queries;
  private final Deliveries deliveries;
  private final StoredFiles files;
  private final Districts districts;
  private final CaseLog log;
  private final Now now;

  Served(
      ProgressDesk desk,
      CaseQueries queries,
      Deliveries deliveries,
      StoredFiles files,
      Districts districts,
      CaseLog log,
      Now now) {
    this.desk = desk;
    this.queries = queries;
    this.deliveries = deliveries;
    this.files = files;
    this.districts = districts;
    this.log = log;
    this.now = now;
  }

  /**
   * A link for five minutes; whoever has it has the file.
   *
   * @throws Rejected PROGRESS_NOT_FOUND; NOT_FOUND at id when it is not one of the files served
   */
  String open(String number, String password, long fileId) {
    return desk.asApplicant(number, password, file -> link(file, fileId));
  }

  private String link(CaseFile file, long fileId) {
    StoredFile wanted =
        deliveries.served(deliveries.of(List.of(file.id())).get(file.id())).stream()
            .filter(one -> one.id() == fileId)
            .findFirst()
            .orElseThrow(() -> new Rejected("NOT_FOUND", "id", "没有这个文件，或已撤回"));
    boolean first =
        queries.timeline(List.of(file.id())).getOrDefault(file.id(), List.of()).stream()
            .noneMatch(event -> event.kind() == CaseEventKind.RESULT_OPENED);
    if (first) {
      By by = new By(file.acceptUnitId(), null);
      log.add(CaseLog.Place.of(file), CaseEventKind.RESULT_OPENED, by, now.instant(), "");
    }
    return "/d/" + districts.current().orElseThrow().code() + files.link(wanted);
  }
}

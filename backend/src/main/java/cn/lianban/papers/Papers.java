package cn.lianban.papers;

import cn.lianban.api.types.PaperOpenInput;
import cn.lianban.api.types.PaperPrintInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.cases.CaseFile;
import cn.lianban.cases.CaseRaised;
import cn.lianban.cases.Cases;
import cn.lianban.cases.Dossier;
import cn.lianban.cases.Dossiers;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The papers of a case: printed once with a number of their own, opened again as they were. */
@Component
class Papers {
  private final PaperRows rows;
  private final PaperTemplates templates;
  private final Attachments attachments;
  private final PaperFiles files;
  private final Cases cases;
  private final Facts facts;
  private final Posts posts;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;

  Papers(
      PaperRows rows,
      PaperTemplates templates,
      Attachments attachments,
      PaperFiles files,
      Cases cases,
      Facts facts,
      Posts posts,
      Once once,
      AuditTrail audit,
      Now now) {
    this.rows = rows;
    this.templates = templates;
    this.attachments = attachments;
    this.files = files;
    this.cases = cases;
    this.facts = facts;
    this.posts = posts;
    this.once = once;
    this.audit = audit;
    this.now = now;
  }

  /** Which papers the caller may print of this case now. */
  List<PaperKind> printable(CaseFile file) {
    return cases.mayReadApplicant(file)
        ? Arrays.stream(PaperKind.values()).filter(kind -> kind.fits(file)).toList()
        : List.of();
  }

  /**
   * Prints a paper: its text with the case's values is kept under a number of its own.
   *
   * @throws Rejected NOT_FOUND at caseId; WRONG_STATE; REQUIRED at reason or missing; ALREADY_TOLD
   *     for a second supplement notice (行政许可法 Art. 32: once, naming everything)
   */
  long print(PaperPrintInput input) {
    PaperKind kind = PaperKind.valueOf(input.getKind().name());
    return once.run(input.getIdempotencyKey(), input, () -> write(kind, input)).id();
  }

  private long write(PaperKind kind, PaperPrintInput input) {
    CaseFile file = attachments.partOf(Ids.parse(CaseFile.KIND, input.getCaseId()), "caseId");
    int unit = posts.requireUnit();
    if (!kind.fits(file)) {
      throw new Rejected("WRONG_STATE", null, "办件当前状态不能出具这份文书");
    }
    String reason = reason(kind, input);
    List<String> missing = missing(kind, file, input);
    PaperTemplates.Template template = templates.inForce(kind);
    LocalDate today = now.today();
    Facts.Found found = facts.of(file);
    PaperValues values = PaperValues.of(found.dossier(), found.names(), reason, missing, today);
    PaperText text = template.text().filled(values.values(), values.lists());
    String issuer = kind.byAcceptUnit ? found.names().acceptUnit() : found.names().decideUnit();
    long id =
        rows.insert(
            file,
            new PaperRows.New(kind, template.version(), text, issuer, today, unit),
            rows.nextNumber(kind, today.getYear()));
    audit.record("paper.print", "case:" + file.id(), Map.of("paper", id, "kind", kind.name()));
    return id;
  }

  private static String reason(PaperKind kind, PaperPrintInput input) {
    String reason = input.getReason() == null ? "" : input.getReason().strip();
    if (kind == PaperKind.NON_ACCEPTANCE && reason.isEmpty()) {
      throw new Rejected("REQUIRED", "reason", "不予受理应当说明理由");
    }
    if (reason.length() > 1000) {
      throw new Rejected("TOO_LONG", "reason", "最多 1000 个字符");
    }
    return reason;
  }

  private List<String> missing(PaperKind kind, CaseFile file, PaperPrintInput input) {
    if (kind != PaperKind.SUPPLEMENT) {
      return List.of();
    }
    if (rows.has(file.id(), PaperKind.SUPPLEMENT)) {
      throw new Rejected("ALREADY_TOLD", null, "补正应当一次告知全部内容，本件已经出具过一次性补正告知书");
    }
    List<String> missing =
        input.getMissing() == null
            ? List.of()
            : input.getMissing().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    if (missing.isEmpty()) {
      throw new Rejected("REQUIRED", "missing", "请逐条写明需要补正的全部内容");
    }
    if (missing.size() > 50 || missing.stream().anyMatch(line -> line.length() > 300)) {
      throw new Rejected("TOO_LONG", "missing", "最多 50 条，每条最多 300 个字符");
    }
    return missing;
  }

  /**
   * A link to the paper as PDF or .docx, made when first asked for; who opened it is audited.
   *
   * @throws Rejected NOT_FOUND at id, NO_FONT
   */
  String open(PaperOpenInput input) {
    boolean docx = input.getFormat() == cn.lianban.api.types.PaperFormat.DOCX;
    long id =
        once.run(
                input.getIdempotencyKey(),
                input,
                () -> {
                  Paper paper = visible(Ids.parse(Paper.KIND, input.getId()));
                  audit.record("paper.open", "case:" + paper.caseId(), Map.of("paper", paper.id()));
                  return paper.id();
                })
            .id();
    return files.link(visible(id), docx);
  }

  private Paper visible(long id) {
    Paper paper = rows.find(id).orElseThrow(() -> new Rejected("NOT_FOUND", "id", "没有这份文书"));
    attachments.partOf(paper.caseId(), "id");
    return paper;
  }

  @EventListener
  void raised(CaseRaised event) {
    rows.raiseToDistrict(event.caseId());
    files.raiseToDistrict(rows.of(List.of(event.caseId())).getOrDefault(event.caseId(), List.of()));
  }

  /** What a paper states of a case. */
  @Component
  static class Facts {
    private final Dossiers dossiers;
    private final Items items;
    private final Units units;
    private final Districts districts;

    Facts(Dossiers dossiers, Items items, Units units, Districts districts) {
      this.dossiers = dossiers;
      this.items = items;
      this.units = units;
      this.districts = districts;
    }

    /** Six statements. */
    private Found of(CaseFile file) {
      Map<Integer, Unit> named = units.byIds(List.of(file.acceptUnitId(), file.decideUnitId()));
      return new Found(
          dossiers.of(file),
          new PaperValues.Names(
              districts.current().orElseThrow().name(),
              items.find(file.itemId()).map(Item::name).orElse(""),
              java.util.Objects.requireNonNull(named.get(file.acceptUnitId())).name(),
              java.util.Objects.requireNonNull(named.get(file.decideUnitId())).name()));
    }

    private record Found(Dossier dossier, PaperValues.Names names) {}
  }
}

package cn.lianban.papers;

import cn.lianban.api.types.PaperOpenInput;
import cn.lianban.api.types.PaperPrintInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.cases.CaseFile;
import cn.lianban.cases.CaseLowered;
import cn.lianban.cases.CaseRaised;
import cn.lianban.cases.Cases;
import cn.lianban.cases.Dossier;
import cn.lianban.cases.Dossiers;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.clock.Duty;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
      Once once,
      AuditTrail audit,
      Now now) {
    this.rows = rows;
    this.templates = templates;
    this.attachments = attachments;
    this.files = files;
    this.cases = cases;
    this.facts = facts;
    this.once = once;
    this.audit = audit;
    this.now = now;
  }

  /** Which papers the caller may print of this case now. */
  List<PaperKind> printable(CaseFile file) {
    if (!cases.mayReadApplicant(file)) {
      return List.of();
    }
    PaperKind.State state = facts.state(file, toPrint(facts.notices(file)) != null);
    return Arrays.stream(PaperKind.values()).filter(kind -> kind.fits(file, state)).toList();
  }

  /** The latest notice on record, unless it was printed. */
  private Dossier.@Nullable Notice toPrint(List<Dossier.Notice> notices) {
    return notices.isEmpty() || rows.states(notices.getLast().id()) ? null : notices.getLast();
  }

  /**
   * Prints a paper: its text with the case's values is kept under a number of its own.
   *
   * <p>A supplement notice states the latest one on record, each once (行政许可法 Art. 32); a refusal to
   * accept the reason on record, unless another wording is typed.
   *
   * @throws Rejected NOT_FOUND at caseId; WRONG_STATE; TOO_LONG at reason
   */
  long print(PaperPrintInput input) {
    PaperKind kind = PaperKind.valueOf(input.getKind().name());
    return once.run(input.getIdempotencyKey(), input, () -> write(kind, input)).id();
  }

  private long write(PaperKind kind, PaperPrintInput input) {
    CaseFile file = attachments.partOf(Ids.parse(CaseFile.KIND, input.getCaseId()), "caseId");
    int unit = cases.partIn(file);
    Facts.Found found = facts.of(file);
    Dossier.Notice notice = toPrint(found.dossier().notices());
    if (!kind.fits(file, facts.state(file, notice != null))) {
      throw new Rejected("WRONG_STATE", null, refused(kind));
    }
    Dossier.@Nullable Notice stated = kind == PaperKind.SUPPLEMENT ? notice : null;
    PaperRows.New paper = filled(kind, found, reason(input), stated);
    int year = paper.dated().getYear();
    long id = rows.insert(file, paper, unit, rows.nextNumber(kind, year));
    if (kind == PaperKind.SUSPENSION) {
      facts.toldOfPause(file, now.instant());
    }
    audit.record("paper.print", "case:" + file.id(), Map.of("paper", id, "kind", kind.name()));
    return id;
  }

  private PaperRows.New filled(
      PaperKind kind, Facts.Found found, String reason, Dossier.@Nullable Notice stated) {
    PaperTemplates.Template template = templates.inForce(kind);
    LocalDate today = now.today();
    PaperValues values = PaperValues.of(found.dossier(), found.names(), reason, stated, today);
    PaperText text = template.text().filled(values.values(), values.lists());
    String issuer = kind.byAcceptUnit ? found.names().acceptUnit() : found.names().decideUnit();
    Long supplement = stated == null ? null : Long.valueOf(stated.id());
    return new PaperRows.New(kind, template.version(), text, issuer, today, supplement);
  }

  private static String refused(PaperKind kind) {
    return kind == PaperKind.SUPPLEMENT ? "没有尚未出具告知书的补正告知，请先在办件上作“补正告知”" : "办件当前状态不能出具这份文书";
  }

  private static String reason(PaperPrintInput input) {
    String reason = input.getReason() == null ? "" : input.getReason().strip();
    if (reason.length() > 1000) {
      throw new Rejected("TOO_LONG", "reason", "最多 1000 个字符");
    }
    return reason;
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
    attachments.readable(paper.caseId(), "id");
    return paper;
  }

  @EventListener
  void raised(CaseRaised event) {
    rows.raiseToDistrict(event.caseId());
    files.raiseToDistrict(rows.of(List.of(event.caseId())).getOrDefault(event.caseId(), List.of()));
  }

  @EventListener
  void lowered(CaseLowered event) {
    rows.place(event.caseId(), event.subDistrictId());
    rows.of(List.of(event.caseId())).getOrDefault(event.caseId(), List.of()).stream()
        .map(Paper::id)
        .forEach(paper -> files.place(paper, event.subDistrictId()));
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

    private List<Dossier.Notice> notices(CaseFile file) {
      return dossiers.notices(file);
    }

    private PaperKind.State state(CaseFile file, boolean unprintedNotice) {
      Duty clock = dossiers.clock(file);
      boolean extended = clock != null && clock.extendedBy() > 0;
      return new PaperKind.State(unprintedNotice, clock != null && clock.paused(), extended);
    }

    private void toldOfPause(CaseFile file, Instant at) {
      dossiers.toldOfPause(file, at);
    }

    /** Nine statements at most. */
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

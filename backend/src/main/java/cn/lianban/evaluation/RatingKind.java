package cn.lianban.evaluation;

import cn.lianban.cases.CaseFile;
import cn.lianban.cases.CaseLookup;
import cn.lianban.exchange.Change;
import cn.lianban.exchange.Column;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Incoming;
import cn.lianban.exchange.Kind;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.Selection;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ratings given on the province's device or page, in and out (domain.md 0.11). */
@Component
class RatingKind implements Kind {
  static final String SOURCE = "source";
  static final String FOREIGN_NO = "foreignNo";
  static final String CASE_NO = "caseNo";
  static final String GRADE = "grade";
  static final String OPTIONS = "options";
  static final String COMMENT = "comment";
  static final String RATED_AT = "ratedAt";
  static final String CHANNEL = "channel";
  static final String ACTIVE = "active";
  private final Posts posts;
  private final Ratings ratings;
  private final ForeignRatings foreign;
  private final RatingsTakenBack takingBack;
  private final RatingForms forms;
  private final CaseLookup cases;
  private final Units units;
  private final Now now;

  RatingKind(
      Posts posts,
      Ratings ratings,
      ForeignRatings foreign,
      RatingsTakenBack takingBack,
      RatingForms forms,
      CaseLookup cases,
      Units units,
      Now now) {
    this.posts = posts;
    this.ratings = ratings;
    this.foreign = foreign;
    this.takingBack = takingBack;
    this.forms = forms;
    this.cases = cases;
    this.units = units;
    this.now = now;
  }

  @Override
  public String name() {
    return "ratings";
  }

  @Override
  public String title() {
    return "好差评";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text(SOURCE, "来源").aliases("来源平台", "数据来源", "datasource").max(40).asIdentity(),
        Column.text(FOREIGN_NO, "评价编号").aliases("评价流水号", "rowguid").max(100).asIdentity(),
        Column.text(CASE_NO, "办件编号").aliases("申办号", "projectno", "projid").max(100).asRequired(),
        Column.code(GRADE, "评价等级", grades())
            .aliases("满意度", "satisfaction", "evalevel")
            .asRequired(),
        Column.list(OPTIONS, "评价选项").aliases("评价详情", "evaldetail"),
        Column.text(COMMENT, "文字评价").aliases("评价内容", "writingevaluation").max(500),
        Column.instant(RATED_AT, "评价时间").aliases("assesstime", "createdate").asRequired(),
        Column.text(CHANNEL, "评价渠道").aliases("pf", "pjqd").max(40),
        Column.yesNo(ACTIVE, "主动评价").aliases("是否主动评价"));
  }

  private static Map<String, String> grades() {
    Map<String, String> words = new LinkedHashMap<>();
    FirstForm.FORM.grades().forEach(g -> words.put(String.valueOf(g.grade()), g.label()));
    return words;
  }

  @Override
  public void authoriseExport() {
    posts.require(Role.DISTRICT_ADMIN, Role.SUPERVISOR, Role.AUDITOR);
  }

  @Override
  public void authoriseImport() {
    posts.require(Role.DISTRICT_ADMIN);
  }

  @Override
  public List<Row> current(List<Row> wanted) {
    Map<String, Row> asked = new LinkedHashMap<>();
    wanted.forEach(row -> asked.put(keyOf(row), row));
    Map<String, CaseFile> found =
        cases.byNumbers(wanted.stream().map(row -> row.need(CASE_NO)).distinct().toList());
    RatingForm form = forms.inForce();
    return foreign.known(wanted.stream().map(row -> row.need(FOREIGN_NO)).toList()).stream()
        .map(there -> spokenAs(there, asked.get(keyOf(there)), found, form))
        .toList();
  }

  /** The record in the file's own words where they mean the same: another number, a code, a gap. */
  private static Row spokenAs(
      Row there, @Nullable Row asked, Map<String, CaseFile> found, RatingForm form) {
    if (asked == null) {
      return there;
    }
    Row spoken = there;
    CaseFile file = found.get(asked.need(CASE_NO));
    if (file != null && file.number().equals(there.text(CASE_NO))) {
      spoken = spoken.with(CASE_NO, asked.text(CASE_NO));
    }
    if (options(asked, form).equals(options(there, form))) {
      spoken = spoken.with(OPTIONS, asked.texts(OPTIONS));
    }
    for (String column : List.of(CHANNEL, ACTIVE)) {
      spoken = asked.text(column) == null ? spoken.with(column, null) : spoken;
    }
    return spoken;
  }

  @Override
  public void check(List<Row> rows, Findings findings) {
    Set<String> known =
        current(rows).stream().map(this::keyOf).collect(Collectors.toCollection(HashSet::new));
    Map<String, CaseFile> found =
        cases.byNumbers(rows.stream().map(row -> row.need(CASE_NO)).distinct().toList());
    Set<Long> rated = foreign.rated(found.values().stream().map(CaseFile::id).toList());
    RatingForm form = forms.inForce();
    for (Row row : rows) {
      CaseFile file = found.get(row.need(CASE_NO));
      if (known.contains(keyOf(row))) {
        findings.refuse(row, null, "评价一经给出不能更改");
      } else if (file == null) {
        findings.refuse(row, CASE_NO, "没有这个办件；请先导入办件");
      } else if (!rated.add(file.id())) {
        findings.refuse(row, CASE_NO, "该办件已有评价（一次一评）");
      } else {
        answer(row, file, form, findings);
      }
    }
  }

  private void answer(Row row, CaseFile file, RatingForm form, Findings findings) {
    Instant at = Objects.requireNonNull(row.instant(RATED_AT));
    if (at.isAfter(now.instant())) {
      findings.refuse(row, RATED_AT, "时间在将来");
    } else if (file.acceptedAt() != null && at.isBefore(file.acceptedAt())) {
      findings.refuse(row, RATED_AT, "评价不能早于受理");
    }
    try {
      Answer.checked(grade(row), form, options(row, form), row.text(COMMENT));
    } catch (Rejected refusal) {
      boolean about = "options".equals(refusal.toUserError().field());
      findings.refuse(row, about ? OPTIONS : GRADE, refusal.toUserError().message());
    }
  }

  private static int grade(Row row) {
    return Integer.parseInt(row.need(GRADE));
  }

  /** Options by their words or codes; what the list does not know stays and is refused. */
  private static List<String> options(Row row, RatingForm form) {
    Map<String, String> codes = new LinkedHashMap<>();
    form.grade(grade(row))
        .ifPresent(g -> g.options().forEach(option -> codes.put(option.label(), option.code())));
    return row.texts(OPTIONS).stream().map(text -> codes.getOrDefault(text, text)).toList();
  }

  @Override
  public void apply(List<Change> changes, Incoming incoming) {
    Map<String, CaseFile> found =
        cases.byNumbers(changes.stream().map(change -> change.row().need(CASE_NO)).toList());
    Map<Integer, Unit> places =
        units.byIds(found.values().stream().map(CaseFile::decideUnitId).distinct().toList());
    RatingForm form = forms.inForce();
    for (Change change : changes) {
      Row row = change.row();
      CaseFile file = Objects.requireNonNull(found.get(row.need(CASE_NO)));
      ratings.record(past(row, file, places.get(file.decideUnitId()), form));
    }
  }

  private static Ratings.PastRating past(
      Row row, CaseFile file, @Nullable Unit unit, RatingForm form) {
    Boolean active = row.yesNo(ACTIVE);
    String channel = row.text(CHANNEL);
    return new Ratings.PastRating(
        file.id(),
        1,
        file.decideUnitId(),
        unit == null || unit.subDistrict() == null ? null : unit.subDistrict().id(),
        grade(row),
        options(row, form),
        row.text(COMMENT),
        Objects.requireNonNull(row.instant(RATED_AT)),
        active == null || active,
        file.test(),
        channel == null ? "IMPORT" : channel,
        row.need(SOURCE),
        row.need(FOREIGN_NO));
  }

  @Override
  public boolean undoable() {
    return true;
  }

  @Override
  public void remove(List<Row> rows, Findings findings) {
    takingBack.remove(rows);
  }

  @Override
  public Set<String> filters() {
    return RatingFilters.NAMES;
  }

  @Override
  public void export(Selection selection, Consumer<Row> sink) {
    foreign.all(selection, sink);
  }
}

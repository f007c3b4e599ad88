package cn.lianban.evaluation;

import static cn.lianban.db.evaluation.Tables.OPTION;

import cn.lianban.evaluation.RatingForm.Grade;
import cn.lianban.evaluation.RatingForm.Option;
import cn.lianban.tenancy.TenantScope;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Option lists by version (GB/T 39734-2020, 7.3). A district without rows has the built-in version
 * 1; published versions are never changed, so they are kept in memory.
 */
@Component
public class RatingForms {
  private final Cache<Key, RatingForm> known = Caffeine.newBuilder().maximumSize(2_000).build();
  private final DSLContext sql;
  private final TenantScope scope;

  RatingForms(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** The list in force: the district's newest, else the built-in one. */
  public RatingForm inForce() {
    if (!scope.current().hasDistrict()) {
      return FirstForm.FORM;
    }
    Integer newest =
        sql.select(DSL.max(OPTION.VERSION))
            .from(OPTION)
            .where(OPTION.DISTRICT_ID.eq(scope.district()))
            .fetchOne(0, Integer.class);
    return newest == null ? FirstForm.FORM : find(newest).orElseThrow();
  }

  /** A version, in force or not: a page may have been open while the list changed. */
  Optional<RatingForm> find(int version) {
    if (version == FirstForm.FORM.version()) {
      return Optional.of(FirstForm.FORM);
    }
    Key key = new Key(scope.district(), version);
    RatingForm found = known.getIfPresent(key);
    if (found == null) {
      found = read(version);
      if (found == null) {
        return Optional.empty();
      }
      known.put(key, found);
    }
    return Optional.of(found);
  }

  /**
   * Publishes a district's own list as the next version, in the caller's transaction; the words of
   * the five grades stay the national ones. For imports and the command line.
   *
   * @param options of every grade 1 to 5
   * @return the version
   */
  public int publish(Map<Integer, List<Option>> options) {
    int version = inForce().version() + 1;
    for (Grade grade : FirstForm.FORM.grades()) {
      int position = 0;
      for (Option option : options.getOrDefault(grade.grade(), grade.options())) {
        sql.insertInto(OPTION)
            .set(OPTION.DISTRICT_ID, scope.district())
            .set(OPTION.VERSION, version)
            .set(OPTION.GRADE, grade.grade())
            .set(OPTION.POSITION, position++)
            .set(OPTION.CODE, option.code())
            .set(OPTION.LABEL, option.label())
            .set(OPTION.LABEL_EN, option.labelEn())
            .execute();
      }
    }
    return version;
  }

  private @org.jspecify.annotations.Nullable RatingForm read(int version) {
    Map<Integer, List<Option>> rows =
        sql.selectFrom(OPTION)
            .where(OPTION.DISTRICT_ID.eq(scope.district()), OPTION.VERSION.eq(version))
            .orderBy(OPTION.GRADE, OPTION.POSITION)
            .fetchGroups(
                OPTION.GRADE, row -> new Option(row.getCode(), row.getLabel(), row.getLabelEn()));
    if (rows.isEmpty()) {
      return null;
    }
    List<Grade> grades = new ArrayList<>();
    for (Grade worded : FirstForm.FORM.grades()) {
      List<Option> options = rows.getOrDefault(worded.grade(), List.of());
      grades.add(new Grade(worded.grade(), worded.label(), worded.labelEn(), options));
    }
    return new RatingForm(version, List.copyOf(grades));
  }

  private record Key(int district, int version) {}
}

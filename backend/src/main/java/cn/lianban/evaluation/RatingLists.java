package cn.lianban.evaluation;

import cn.lianban.api.types.RatingFilter;
import cn.lianban.api.types.RatingOrder;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Problem;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.organisation.Lineage;
import cn.lianban.tenancy.Unit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of ratings, as far as the caller may see it. */
@Component
class RatingLists {
  private final RatingQueries queries;
  private final RatingForms forms;
  private final Posts posts;
  private final Lineage lineage;

  RatingLists(RatingQueries queries, RatingForms forms, Posts posts, Lineage lineage) {
    this.queries = queries;
    this.forms = forms;
    this.posts = posts;
    this.lineage = lineage;
  }

  /**
   * Supervision, heads and administrators list what their reach shows; clerks and officers their
   * own unit's only.
   *
   * @throws Problem FORBIDDEN for everybody else; BAD_INPUT for a grade outside 1 to 5
   */
  RatingQueries.Filter allowed(RatingFilter filter) {
    Integer grade = filter.getGrade();
    if (grade != null && (grade < 1 || grade > 5)) {
      throw Problem.badInput("filter.grade", "评价等级只有五级");
    }
    Integer unit = filter.getUnitId() == null ? null : Ids.parseInt(Unit.KIND, filter.getUnitId());
    if (!posts.holds(
        Role.DISTRICT_ADMIN,
        Role.SUPERVISOR,
        Role.LEADER,
        Role.AUDITOR,
        Role.SUB_DISTRICT_ADMIN,
        Role.DEPARTMENT_HEAD)) {
      posts.require(Role.WINDOW_CLERK, Role.DEPARTMENT_OFFICER);
      Set<Integer> own = posts.requireUnits();
      unit = unit == null ? own.iterator().next() : own.contains(unit) ? unit : (int) Ids.NONE;
    }
    boolean widened = unit != null && Boolean.TRUE.equals(filter.getWithPredecessors());
    Set<Integer> units =
        unit == null ? null : widened ? lineage.withPredecessors(unit) : Set.of(unit);
    return new RatingQueries.Filter(units, filter.getMonth(), grade);
  }

  Page<Rating> page(
      RatingQueries.Filter filter, @Nullable RatingOrder order, int first, @Nullable String after) {
    return queries.page(filter, order != RatingOrder.MONTH, first, after);
  }

  int count(RatingQueries.Filter filter) {
    return queries.count(filter);
  }

  /** The words of the options chosen, from the list the citizen saw. */
  List<RatingForm.Option> options(Rating rating) {
    Integer grade = rating.grade();
    return grade == null || rating.optionCodes().isEmpty()
        ? List.of()
        : forms
            .find(rating.optionVersion())
            .map(form -> form.chosen(grade, rating.optionCodes()))
            .orElse(List.of());
  }
}

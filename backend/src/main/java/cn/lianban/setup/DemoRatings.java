package cn.lianban.setup;

import cn.lianban.evaluation.RatingForm;
import cn.lianban.evaluation.RatingForms;
import cn.lianban.evaluation.Ratings;
import cn.lianban.tenancy.Now;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ratings of the demo's cases: every grade, worse where the promise was broken. */
@Component
class DemoRatings {
  private static final String[] GOOD = {"窗口人员很耐心，一次就办好了", "比说的时间还快，谢谢", "帮老人填表，很贴心"};
  private static final String[] BAD = {"等了很久也没人告诉我进度", "同样的材料交了两次", "电话一直打不通"};
  private static final int[] KEPT = {1, 3, 10, 28, 58};
  private static final int[] BROKEN = {18, 27, 25, 20, 10};
  private static final List<String> CHANNELS = List.of("LINK", "LINK", "TABLET", "PHONE");
  private final Ratings ratings;
  private final RatingForms forms;
  private final Now now;

  DemoRatings(Ratings ratings, RatingForms forms, Now now) {
    this.ratings = ratings;
    this.forms = forms;
    this.now = now;
  }

  /** Rates 55 of 100 decided cases, within five days of the decision. */
  void perhaps(long caseId, int unitId, Instant decided, boolean annoyed, RandomGenerator random) {
    Instant at = decided.plus(Duration.ofMinutes(20 + random.nextInt(7_000)));
    if (random.nextInt(100) >= 55 || at.isAfter(now.instant())) {
      return;
    }
    int grade = grade(annoyed ? BROKEN : KEPT, random.nextInt(100));
    ratings.record(
        new Ratings.PastRating(
            caseId,
            1,
            unitId,
            null,
            grade,
            options(grade, random),
            comment(grade, random),
            at,
            true,
            false,
            CHANNELS.get(random.nextInt(CHANNELS.size())),
            "OWN",
            null));
  }

  private static int grade(int[] shares, int drawn) {
    int sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i];
      if (drawn < sum) {
        return i + 1;
      }
    }
    return shares.length;
  }

  private List<String> options(int grade, RandomGenerator random) {
    List<RatingForm.Option> all =
        forms.inForce().grades().stream()
            .filter(worded -> worded.grade() == grade)
            .findFirst()
            .orElseThrow()
            .options();
    int first = random.nextInt(all.size());
    int second = random.nextInt(all.size());
    return first == second
        ? List.of(all.get(first).code())
        : List.of(all.get(first).code(), all.get(second).code());
  }

  private static @Nullable String comment(int grade, RandomGenerator random) {
    if (random.nextInt(5) > 0 || grade == 3) {
      return null;
    }
    String[] words = grade > 3 ? GOOD : BAD;
    return words[random.nextInt(words.length)];
  }
}

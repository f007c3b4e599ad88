package cn.lianban.cases;

import cn.lianban.cases.CaseParts.CaseMaterial;
import cn.lianban.cases.GreenChannel.Green;
import cn.lianban.cases.Supplements.Supplement;
import cn.lianban.clock.Duty;
import cn.lianban.identity.Posts;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether what role and state allow makes sense of this very case: a button that can only fail is
 * not shown.
 */
@Component
class CaseOffers {
  private final Posts posts;

  CaseOffers(Posts posts) {
    this.posts = posts;
  }

  /** Something was asked for that has not come. */
  static boolean supplementOpen(List<Supplement> told) {
    return told.stream().anyMatch(one -> one.completeAt() == null);
  }

  static boolean owed(List<CaseMaterial> materials) {
    return materials.stream().anyMatch(one -> one.state() == MaterialState.OWED);
  }

  static boolean toCheck(List<Duty> clocks) {
    return clocks.stream()
        .anyMatch(duty -> duty.kind().equals(CaseClocks.CHECK) && duty.closedAt() == null);
  }

  /**
   * @param percent the item's rule; null: it has no green channel
   */
  static boolean greenPossible(@Nullable Green green, @Nullable Integer percent) {
    return green == null && percent != null;
  }

  /** Nobody grants what he asked for himself. */
  boolean greenAsked(@Nullable Green green) {
    return green != null
        && green.granted() == null
        && !Objects.equals(green.askedBy(), posts.requireAccount());
  }
}

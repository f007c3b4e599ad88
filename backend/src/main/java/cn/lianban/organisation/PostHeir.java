package cn.lianban.organisation;

import cn.lianban.identity.PostSuccession;
import cn.lianban.partners.PartnerSuccession;
import org.springframework.stereotype.Component;

/**
 * The people of a unit that ends, and the partners' systems that hold a post there; when items
 * alone go over, they stay and are moved by hand.
 */
@Component
class PostHeir implements Heir {
  private final PostSuccession posts;
  private final PartnerSuccession partners;

  PostHeir(PostSuccession posts, PartnerSuccession partners) {
    this.posts = posts;
    this.partners = partners;
  }

  @Override
  public Estate.Part part() {
    return Estate.Part.POSTS;
  }

  @Override
  public int count(Succession succession) {
    return succession.itemIds() == null ? posts.count(succession.fromUnitId()) : 0;
  }

  @Override
  public int handOn(Succession succession) {
    if (succession.itemIds() != null) {
      return 0;
    }
    partners.move(succession.fromUnitId(), succession.toUnitId());
    return posts.move(succession.fromUnitId(), succession.toUnitId());
  }
}

package cn.lianban.organisation;

import cn.lianban.identity.PostSuccession;
import org.springframework.stereotype.Component;

/** The people of a unit that ends; when items alone go over, they stay and are moved by hand. */
@Component
class PostHeir implements Heir {
  private final PostSuccession posts;

  PostHeir(PostSuccession posts) {
    this.posts = posts;
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
    return succession.itemIds() == null
        ? posts.move(succession.fromUnitId(), succession.toUnitId())
        : 0;
  }
}

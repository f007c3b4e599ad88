package cn.lianban.exchange;

import cn.lianban.graphql.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** All listings and kinds of the house, by name. */
@Component
class Kinds {
  private final Map<String, Listing> all = new TreeMap<>();

  Kinds(List<Listing> listings) {
    for (Listing listing : listings) {
      check(listing);
      if (all.put(listing.name(), listing) != null) {
        throw new IllegalStateException("two listings are called " + listing.name());
      }
    }
  }

  private static void check(Listing listing) {
    if (!listing.name().matches("[a-z][a-z0-9-]{1,39}")) {
      throw new IllegalStateException("no name for a listing: " + listing.name());
    }
    long keys = listing.columns().stream().map(Column::key).distinct().count();
    if (keys != listing.columns().size()) {
      throw new IllegalStateException("two columns of one key in " + listing.name());
    }
    if (listing instanceof Kind && listing.columns().stream().noneMatch(Column::identity)) {
      throw new IllegalStateException(listing.name() + " has no identity column");
    }
  }

  List<Listing> all() {
    return List.copyOf(all.values());
  }

  Optional<Listing> listing(String name) {
    return Optional.ofNullable(all.get(name));
  }

  /**
   * @throws Problem BAD_INPUT when nothing of that name comes in
   */
  Kind kind(String name) {
    if (all.get(name) instanceof Kind kind) {
      return kind;
    }
    throw Problem.badInput("kind", "没有这种数据");
  }

  boolean mayExport(Listing listing) {
    return admits(listing::authoriseExport);
  }

  boolean mayImport(Listing listing) {
    return listing instanceof Kind kind && admits(kind::authoriseImport);
  }

  private static boolean admits(Runnable question) {
    try {
      question.run();
      return true;
    } catch (Problem refused) {
      return false;
    }
  }
}

package cn.lianban.catalog;

/**
 * Where something the public will read stands on its way: draft, legal review (合法性审查), published.
 */
public enum Publication {
  DRAFT,
  IN_REVIEW,
  REVIEWED,
  PUBLISHED,
  WITHDRAWN;

  /** What was published or given up stays so: a change is a new version. */
  boolean mayBecome(Publication next) {
    return switch (this) {
      case DRAFT -> next == IN_REVIEW || next == WITHDRAWN;
      case IN_REVIEW -> next == REVIEWED || next == DRAFT || next == WITHDRAWN;
      case REVIEWED -> next == PUBLISHED || next == WITHDRAWN;
      case PUBLISHED, WITHDRAWN -> false;
    };
  }

  boolean isOpen() {
    return this == DRAFT || this == IN_REVIEW || this == REVIEWED;
  }
}

package cn.lianban.catalog;

import java.util.Collection;
import java.util.Set;

/**
 * What later rooms have built on acceptance points, so that an import of points is not taken back
 * under it.
 */
public interface PointUse {
  /** Those at which a case of their item has come in since they were opened. One statement. */
  Set<AcceptancePoint> used(Collection<AcceptancePoint> points);
}

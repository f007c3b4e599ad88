package cn.lianban.cases;

import java.util.Collection;
import java.util.Map;

/** What later rooms have built on cases, so that an import of cases is not taken back under it. */
public interface CaseUse {
  /**
   * In Chinese, by case; a case that nothing was built on is missing. A fixed number of statements.
   */
  Map<Long, String> builtOn(Collection<Long> caseIds);
}

package cn.lianban.cases;

import java.util.List;

/** As {@link CaseTold}, of many cases at once: whole histories came. */
public record CasesTold(List<Long> caseIds) {}

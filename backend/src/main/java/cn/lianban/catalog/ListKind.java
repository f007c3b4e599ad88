package cn.lianban.catalog;

/** Which list (权力清单、负面清单、责任清单). */
enum ListKind {
  POWER,
  NEGATIVE,
  RESPONSIBILITY
}

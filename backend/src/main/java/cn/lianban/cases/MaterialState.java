package cn.lianban.cases;

/** What the clerk saw of a material. */
public enum MaterialState {
  ORIGINAL_SEEN,
  COPY,
  EXEMPT,
  /** to be brought later (容缺受理), where the district allows it for the item */
  OWED,
  /** the paper of an earlier case of the same applicant, where the item's list allows it */
  REUSED,
  /** a written promise stands for it (告知承诺) */
  PROMISED,
  /** not handed in when the papers were received */
  MISSING
}

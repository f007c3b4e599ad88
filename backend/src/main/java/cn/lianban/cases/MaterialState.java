package cn.lianban.cases;

/** What the clerk saw of a material. */
public enum MaterialState {
  ORIGINAL_SEEN,
  COPY,
  EXEMPT,
  /** promised for later (容缺受理); a required material cannot be owed yet */
  OWED,
  /** the paper of an earlier case of the same applicant, where the item's list allows it */
  REUSED
}

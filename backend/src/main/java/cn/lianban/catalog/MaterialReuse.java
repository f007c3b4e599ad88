package cn.lianban.catalog;

/** Whether a paper of an earlier case may be used again. */
public enum MaterialReuse {
  NEVER,
  SAME_APPLICANT
}

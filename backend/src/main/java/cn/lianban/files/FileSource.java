package cn.lianban.files;

/** How a file came. */
public enum FileSource {
  /** uploaded at a desk */
  DESK,
  /** photographed by the applicant's or the clerk's phone */
  PHONE,
  /** made by this service */
  PRINTED
}

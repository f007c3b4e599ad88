package cn.lianban.files;

/** How a file came. */
public enum FileSource {
  /** uploaded at a desk */
  DESK,
  /** photographed by the applicant's or the clerk's phone */
  PHONE,
  /** sent by the applicant from his own page */
  ONLINE,
  /** made by this service */
  PRINTED
}

package cn.lianban.catalog;

/**
 * A paper an applicant brings.
 *
 * @param seq from 1, unique in the item; cases keep it
 */
public record Material(long id, int seq, String name, boolean required, boolean demo) {
  /** The API's id kind. */
  public static final String KIND = "Material";
}

package cn.lianban.tenancy;

/** A sub-district (办事处/街道/镇/乡), 9 digits of GB/T 10114. */
public record SubDistrict(int id, String code, String name) {
  /** The API's id kind. */
  public static final String KIND = "SubDistrict";
}

package cn.lianban.testing;

import java.util.Map;

/**
 * A fresh district: two sub-districts (east, west) with an office each, two departments (civil,
 * transport), and people.
 *
 * @param units names → ids: east, west, civil, transport
 * @param subDistricts names → ids: east, west
 */
public record TestDistrict(
    int id, String code, Map<String, Integer> units, Map<String, Integer> subDistricts) {

  /**
   * People: operator-less; clerk@east, clerk@west, officer@civil, head@civil, officer@transport, …
   */
  public String loginOf(String person) {
    return person + "." + code;
  }

  public int unit(String name) {
    return units.get(name);
  }
}

package cn.lianban.organisation;

import java.util.List;

/**
 * Where the public finds a unit.
 *
 * @param name with its hall, for a window: 区政务服务中心 · 3 号窗口
 * @param address empty: nobody has entered one
 * @param openingHours empty: nobody has entered any
 */
public record PublicPlace(
    int unitId,
    ServicePoint.Kind kind,
    String name,
    String address,
    String phone,
    boolean enterprise,
    List<ServicePoint.Hours> openingHours) {}

package cn.lianban.tenancy;

/** A district (区/县), 6 digits of GB/T 2260, and the zone its days begin in. */
public record District(int id, String code, String name, String zone) {}

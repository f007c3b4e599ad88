package cn.lianban.clock;

import java.time.LocalDate;

/**
 * A district's own day off or working day; paper: the document that declares it. It outranks the
 * national calendar.
 */
public record LocalDay(LocalDate day, boolean off, String name, String paper, int version) {}

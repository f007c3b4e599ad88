package cn.lianban.clock;

import java.time.LocalDate;

/**
 * A day off or a make-up working day of the whole country; byLaw: from the regulation, not from a
 * notice.
 */
public record NationalDay(LocalDate day, boolean off, String name, boolean byLaw) {}

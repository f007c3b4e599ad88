package cn.lianban.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An absence to be written down. */
record NewAbsence(Absence.Kind kind, LocalDate from, LocalDate to, @Nullable Person deputy) {}

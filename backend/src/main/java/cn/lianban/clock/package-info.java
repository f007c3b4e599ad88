/**
 * The one clock: the working calendar, and every duty a unit owes by a date, with its suspensions,
 * segments, lights and rungs. Other rooms start, suspend, resume, extend and close clocks here;
 * nobody else computes a deadline.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"graphql", "tenancy", "audit", "exchange", "identity", "organisation"})
package cn.lianban.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

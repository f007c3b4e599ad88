/**
 * Records in and out as files: whatever has a {@link Listing} leaves as xlsx or CSV, whatever is a
 * {@link Kind} also comes in, is staged, compared, applied and taken back. The rooms that own the
 * records say what they are; nobody else reads or writes a spreadsheet.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"graphql", "tenancy", "audit", "outbox"})
package cn.lianban.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

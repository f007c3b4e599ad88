/**
 * Files of any room: uploads beside GraphQL, streamed and resumable, kept in one storage under a
 * quota, scanned, and handed out by short signed links. What a file belongs to is its subject, kind
 * and id; who may touch it decides the subject's room.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"graphql", "tenancy", "audit"})
package cn.lianban.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

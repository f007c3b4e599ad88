/**
 * The machine room: the embedded PostgreSQL, migrations, and the refusal to start on a server that
 * would lose acknowledged writes. It knows no other room.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package cn.lianban.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

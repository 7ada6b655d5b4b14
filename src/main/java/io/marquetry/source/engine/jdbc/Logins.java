package io.marquetry.source.engine.jdbc;

import io.marquetry.source.RemoteServer;

/** What this machine knows of how to sign in. */
@FunctionalInterface
public interface Logins {

    /**
     * Returns how to sign in to a server.
     *
     * @throws io.marquetry.base.ProblemException if this machine does not know
     */
    Login of(RemoteServer server);
}

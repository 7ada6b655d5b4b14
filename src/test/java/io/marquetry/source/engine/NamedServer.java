package io.marquetry.source.engine;

import io.marquetry.source.RemoteEngine;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.jdbc.Login;

import java.net.URI;
import java.util.Optional;

/**
 * A server that somebody names for the tests to use in place of one that they start: {@code
 * -Dpg.url=postgresql://USER:PASSWORD@HOST:PORT/DATABASE}. Its user may do everything there.
 *
 * @param server where the server is
 * @param login how the tests sign in
 */
public record NamedServer(RemoteServer server, Login login) {

    /**
     * Returns the server that a property names.
     *
     * @param user who signs in where the property names nobody
     * @param database which one is used where the property names none
     */
    public static Optional<NamedServer> of(
            String property, RemoteEngine engine, String user, String database) {
        return Optional.ofNullable(System.getProperty(property))
                .filter(url -> !url.isBlank())
                .map(url -> parsed(property, url, engine, user, database));
    }

    private static NamedServer parsed(
            String property, String url, RemoteEngine engine, String user, String database) {
        URI named = URI.create(url.replaceFirst("^jdbc:", ""));
        if (named.getHost() == null) {
            // Without the text itself, which may hold a password.
            throw new IllegalArgumentException(
                    "-D" + property + " names no host; KIND://USER:PASSWORD@HOST:PORT/DATABASE");
        }
        String[] who =
                named.getUserInfo() == null
                        ? new String[] {user}
                        : named.getUserInfo().split(":", 2);
        String path = named.getPath() == null ? "" : named.getPath().replaceFirst("^/", "");
        return new NamedServer(
                new RemoteServer(
                        engine,
                        named.getHost(),
                        named.getPort() < 0 ? engine.usualPort() : named.getPort(),
                        path.isEmpty() ? database : path),
                new Login(
                        who[0],
                        who.length == 1 ? Optional.empty() : Optional.of(who[1]),
                        new Login.Tls.Off()));
    }
}

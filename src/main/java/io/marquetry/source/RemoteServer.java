package io.marquetry.source;

import io.marquetry.base.Problem;

import java.util.regex.Pattern;

/**
 * A database on a server, as it may be shared: without a user, a password or a parameter.
 *
 * @param host its name, or its address of version 4 or 6
 * @param port 1 to 65,535
 * @param database the exact name
 */
public record RemoteServer(RemoteEngine engine, String host, int port, String database) {

    private static final int MAX_HOST = 253;
    private static final int MAX_NAME = 128;
    private static final int MAX_PORT = 65_535;
    private static final Pattern HOST =
            Pattern.compile(
                    "[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

    /**
     * Refuses what a driver could take for more than a place.
     *
     * @throws io.marquetry.base.ProblemException if a field is not what it should be
     */
    public RemoteServer {
        if (host.length() > MAX_HOST || !HOST.matcher(host).matches()) {
            throw Problem.of("problem.remote.host", shown(host)).asException();
        }
        if (port < 1 || port > MAX_PORT) {
            throw Problem.of("problem.remote.port", String.valueOf(port)).asException();
        }
        if (database.isBlank()
                || database.length() > MAX_NAME
                || database.chars().anyMatch(Character::isISOControl)) {
            throw Problem.of("problem.remote.database", shown(database)).asException();
        }
    }

    /** Returns the host as URLs name it: an IPv6 address in brackets. */
    public String urlHost() {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** Returns the server and its database in one line, for people. */
    @Override
    public String toString() {
        return urlHost() + ":" + port + "/" + database;
    }

    private static String shown(String text) {
        return text.length() > MAX_NAME ? text.substring(0, MAX_NAME) + "…" : text;
    }
}

package io.marquetry.source;

/** What answers for profiles on a server. */
public enum RemoteEngine {
    POSTGRESQL(5432),
    MARIADB(3306),
    MYSQL(3306),
    TRINO(8080),
    CLICKHOUSE(8443);

    private final int usualPort;

    RemoteEngine(int usualPort) {
        this.usualPort = usualPort;
    }

    /** Returns the port that its servers listen on unless told otherwise. */
    public int usualPort() {
        return usualPort;
    }
}

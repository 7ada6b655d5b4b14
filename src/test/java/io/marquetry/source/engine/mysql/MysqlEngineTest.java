package io.marquetry.source.engine.mysql;

import io.marquetry.source.RemoteEngine;

import org.junit.jupiter.api.Tag;

/** The same server, spoken to as if it were MySQL. */
@Tag("mariadb")
class MysqlEngineTest extends MariaDbEngineTest {

    @Override
    protected RemoteEngine engine() {
        return RemoteEngine.MYSQL;
    }
}

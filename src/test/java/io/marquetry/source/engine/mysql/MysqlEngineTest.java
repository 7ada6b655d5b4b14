package io.marquetry.source.engine.mysql;

import io.marquetry.source.RemoteEngine;

import org.junit.jupiter.api.Tag;

/**
 * The same server and driver, spoken to as if it were MySQL: other statements only, so that fewer
 * of them and fewer people do.
 */
@Tag("mariadb")
class MysqlEngineTest extends MariaDbEngineTest {

    @Override
    protected RemoteEngine engine() {
        return RemoteEngine.MYSQL;
    }

    @Override
    protected int oneOf() {
        return WHOLE ? 1 : 4;
    }
}

package io.marquetry.source.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBPreparedStatement;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;

/** Decimals that came as doubles are the decimals that they were. */
class WholeNumbersTest {

    private static final long MOST = 1L << 50;

    @Test
    void decimalsOfAllScalesComeBackExactlyOrAreRefused() throws Exception {
        Random random = new Random(11);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            for (int scale = 1; scale <= 18; scale++) {
                long[] units = new long[2_000];
                for (int i = 0; i < units.length; i++) {
                    units[i] = random.nextLong(MOST) >> random.nextInt(50);
                }
                units[0] = MOST - 1;
                units[1] = 1 - MOST;
                long[] read = new long[units.length];
                assertThat(read(connection, units, scale, read)).as("scale %d", scale).isTrue();
                assertThat(read).as("scale %d", scale).isEqualTo(units);
                assertThat(read(connection, new long[] {MOST * 2}, scale, read)).isFalse();
            }
        }
    }

    private static boolean read(Connection connection, long[] units, int scale, long[] target)
            throws SQLException {
        StringBuilder values = new StringBuilder();
        for (long unit : units) {
            values.append(values.isEmpty() ? "(" : ",(")
                    .append(new BigDecimal(BigInteger.valueOf(unit), scale).toPlainString())
                    .append("::DECIMAL(18,")
                    .append(scale)
                    .append("))");
        }
        String sql = "SELECT d::DOUBLE FROM (VALUES " + values + ") t(d)";
        try (DuckDBPreparedStatement statement =
                        connection.prepareStatement(sql).unwrap(DuckDBPreparedStatement.class);
                DuckDBChunkedResult result = statement.query()) {
            assertThat(result.nextChunk()).isTrue();
            int rows = Math.toIntExact(result.chunk().rowCount());
            assertThat(rows).isEqualTo(units.length);
            return WholeNumbers.read(result.chunk().vector(0), Math.pow(10, scale), rows, target);
        }
    }
}

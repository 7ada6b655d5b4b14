package io.marquetry.source.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Finds the line of a file of JSON Lines that is none: DuckDB tells only about where. */
final class BrokenLine {

    private static final int AROUND = 100;

    private BrokenLine() {}

    /**
     * Returns the line, from 1.
     *
     * @param about where DuckDB says it is
     */
    static long find(Connection connection, Path file, long about) {
        try (PreparedStatement valid = connection.prepareStatement("SELECT json_valid(?)");
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Files.newInputStream(file), StandardCharsets.UTF_8))) {
            long number = 1;
            for (String line = lines.readLine();
                    line != null && number <= about + AROUND;
                    line = lines.readLine(), number++) {
                if (number >= about - AROUND && !line.isBlank() && !isValid(valid, line)) {
                    return number;
                }
            }
        } catch (IOException | SQLException e) {
            return about;
        }
        return about;
    }

    private static boolean isValid(PreparedStatement valid, String line) throws SQLException {
        valid.setString(1, line);
        try (ResultSet answer = valid.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}

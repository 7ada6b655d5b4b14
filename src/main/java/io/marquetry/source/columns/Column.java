package io.marquetry.source.columns;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A column whose cells are read as codes: all that the rules want to know of a cell. */
sealed interface Column permits OrderedColumn, TextColumn {

    /** The code of a missing value. */
    int MISSING = 0;

    /** Returns the code of a cell; may be asked on any thread. */
    int code(ResultSet row, int index) throws SQLException;

    /** Returns which leaves hold for which code. */
    LeafBits leaves();
}

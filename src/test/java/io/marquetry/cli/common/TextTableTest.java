package io.marquetry.cli.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/** Tables for the terminal line up, Chinese ones too. */
class TextTableTest {

    @Test
    void columnsLineUp() {
        TextTable table = new TextTable(List.of("name", "n", "title"), Set.of(1));
        table.add("a", "7", "x");
        table.add("人群", "64,000", "");
        assertThat(table.lines())
                .containsExactly(
                        "name       n  title", //
                        "a          7  x",
                        "人群  64,000");
    }
}

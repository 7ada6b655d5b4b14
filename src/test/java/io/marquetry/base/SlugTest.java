package io.marquetry.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Set;

class SlugTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Customers 2026.csv|customers-2026",
                "Été.jsonl.gz|ete",
                "--a__b--|a__b",
                "客户.csv|rows",
                "''|rows",
            })
    void whatCanBeKeptIsKept(String wanted, String name) {
        assertThat(Slug.free(wanted, "rows", taken -> false)).isEqualTo(name);
    }

    @Test
    void takenNameGetsTheFirstFreeNumber() {
        Set<String> taken = Set.of("mail", "mail-2", "mail-4");
        assertThat(Slug.free("Mail", "rows", taken::contains)).isEqualTo("mail-3");
        assertThat(Slug.free("x".repeat(200), "rows", name -> false)).hasSize(60);
    }
}

package io.marquetry.source.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be shown of people to somebody who looks whether a table is the right one. */
class MaskedValueTest {

    /** A key says nothing by its name: what looks like a person is one there, too. */
    @ParameterizedTest
    @CsvSource({
        "id, li.wei@example.com, li.••••om",
        "customer_key, Li Wei <li.wei@example.com>, Li ••••m>",
        "id, 李@例子.中国, ••••",
        "id, 13800001234, 138••••34",
        "id, 4155550123, 415••••23",
        "id, +43 660 123, +43••••23",
        "id, (0660) 123-4567, (06••••67",
        "id, 010-62345678, 010••••78",
        "id, 11010119900307123X, 110••••3X",
        "id, 100000001, 100000001",
        "id, 2025-12-31 16:00:00, 2025-12-31 16:00:00",
        "id, 2025-12-31, 2025-12-31",
        "born, 2025-12-31, 2025-••-••",
        "town, Wien, Wien",
        "price, 12345678.50, 12345678.50",
        "email, li@x, ••••",
        "mobile, 110, ••••"
    })
    void whatTellsOfAPersonIsMasked(String column, String value, String shown) {
        assertThat(MaskedValue.of(column, value)).isEqualTo(shown);
    }
}

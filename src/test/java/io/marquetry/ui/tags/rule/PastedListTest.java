package io.marquetry.ui.tags.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What people paste into a list is one value for each line, cell or word between commas. */
class PastedListTest {

    @Test
    void pastedColumnIsOneValuePerLine() {
        assertThat(PastedList.values("Graz\r\nLinz\nWien\n"))
                .containsExactly("Graz", "Linz", "Wien");
        assertThat(PastedList.values("O'Brien, Ann\nMüller, Jo\n"))
                .containsExactly("O'Brien, Ann", "Müller, Jo");
    }

    @Test
    void pastedRowIsCutAtCellsOrAtCommasOfAnyScript() {
        assertThat(PastedList.values("a\tb\tc")).containsExactly("a", "b", "c");
        assertThat(PastedList.values("北京，上海、广州；深圳; x"))
                .containsExactly("北京", "上海", "广州", "深圳", "x");
    }

    @Test
    void blanksAndRepeatedValuesAreLeftOut() {
        assertThat(PastedList.values(" a \n\n\u00A0a\n\u200B\nb\n")).containsExactly("a", "b");
        assertThat(PastedList.values(null)).isEmpty();
    }
}

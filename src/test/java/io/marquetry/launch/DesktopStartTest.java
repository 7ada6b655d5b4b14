package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class DesktopStartTest {

    @Test
    void unsetDisplayIsNamed() {
        assertThat(missing("Unable to open DISPLAY", Map.of())).isEqualTo("problem.display.unset");
    }

    @Test
    void refusedDisplayIsNamed() {
        assertThat(missing("Unable to open DISPLAY", Map.of("DISPLAY", ":99")))
                .isEqualTo("problem.display.refused");
    }

    @Test
    void missingGtkIsNamedWhateverTheDisplay() {
        assertThat(missing("Unable to load glass GTK library.", Map.of("DISPLAY", ":0")))
                .isEqualTo("problem.display.gtk");
    }

    @Test
    void anythingElseIsPassedOn() {
        assertThat(missing("no pipeline", Map.of())).isEqualTo("problem.display.failed");
    }

    private static String missing(String said, Map<String, String> environment) {
        return DesktopStart.missing(new UnsupportedOperationException(said), environment).key();
    }
}

package io.marquetry.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

@Timeout(60)
class ReadAheadTest {

    /** So many rows, then perhaps a failure. */
    private static final class Numbers implements RowSource<Integer> {
        private final int rows;
        private final boolean fails;
        private volatile int read;
        private volatile boolean closed;

        Numbers(int rows, boolean fails) {
            this.rows = rows;
            this.fails = fails;
        }

        @Override
        public Optional<Integer> next() {
            assertThat(closed).as("read after it was closed").isFalse();
            int now = read;
            if (now == rows && fails) {
                throw new IllegalStateException("the file ends here");
            }
            read = now + 1;
            return now >= rows ? Optional.empty() : Optional.of(now);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 513, 20_000})
    void rowsComeInTheirOrderAndAllOfThem(int count) {
        ReadAhead<Integer> rows = ReadAhead.of(new Numbers(count, false));
        for (int i = 0; i < count; i++) {
            assertThat(rows.next()).hasValue(i);
        }
        assertThat(rows.next()).isEmpty();
        assertThat(rows.next()).isEmpty();
        rows.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 511, 512, 3_000})
    void failureComesBehindTheRowsBeforeIt(int count) {
        ReadAhead<Integer> rows = ReadAhead.of(new Numbers(count, true));
        for (int i = 0; i < count; i++) {
            assertThat(rows.next()).isPresent();
        }
        assertThatThrownBy(rows::next).hasMessage("the file ends here");
        rows.close();
    }

    @Test
    void whoStopsEarlyLetsGoOfTheFileAndNothingIsReadOn() {
        Numbers endless = new Numbers(Integer.MAX_VALUE, false);
        ReadAhead<Integer> rows = ReadAhead.of(endless);
        rows.next();
        rows.close();
        int read = endless.read;
        assertThat(endless.closed).isTrue();
        assertThat(read).as("a few thousand ahead at most").isLessThan(10_000);
        assertThat(endless.read).isEqualTo(read);
    }
}

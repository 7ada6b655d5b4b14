package io.marquetry.effect.intake;

import io.marquetry.effect.OutcomeSet;
import io.marquetry.source.local.ImportResult;

import java.util.Optional;

/**
 * What an import of outcomes did. Closing it lets go of the list of rejected rows.
 *
 * @param set the new set; empty if no row could be accepted, and then nothing was kept
 * @param rows rows in = accepted + rejected, and every rejected row
 */
public record OutcomeImportResult(Optional<OutcomeSet> set, ImportResult rows)
        implements AutoCloseable {

    @Override
    public void close() {
        rows.close();
    }
}

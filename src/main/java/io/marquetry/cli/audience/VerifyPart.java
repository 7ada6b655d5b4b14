package io.marquetry.cli.audience;

import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.Snapshot;
import io.marquetry.cli.common.CommandOutput;

import java.util.Map;

/**
 * The number of the index beside the one of the source.
 *
 * @param indexed profiles that the index counts
 * @param of the state that the index is of
 * @param live what the source counted
 */
record VerifyPart(long indexed, Snapshot of, AudienceSize live) implements PreviewPart {

    @Override
    public void add(Map<String, Object> tree) {
        tree.put("index", indexed);
        tree.put("indexAsOf", of.asOf().toString());
        tree.put("indexFingerprint", of.fingerprint());
        tree.put("live", live.audience());
        tree.put("equal", holds());
    }

    @Override
    public void print(CommandOutput output) {
        output.line(
                output.texts()
                        .get(
                                holds() ? "cli.preview.equal" : "cli.preview.different",
                                indexed,
                                live.audience()));
    }

    @Override
    public boolean holds() {
        return indexed == live.audience();
    }
}

package io.marquetry.handoff.incoming;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Settings;
import io.marquetry.base.Sha256;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import java.util.Map;
import java.util.TreeMap;

/**
 * Remembers how a sender's fields are called here, for their next bundle. Senders are told apart by
 * the sources that their packages name.
 */
final class KeptNames {

    private static final int MOST = 4_000;

    private final Settings settings;

    KeptNames(Settings settings) {
        this.settings = settings;
    }

    FieldNames of(SourceName theirs) {
        Map<String, String> ours = new TreeMap<>();
        settings.get(name(theirs))
                .ifPresent(
                        kept ->
                                JsonView.of(StrictJson.read(kept))
                                        .entries()
                                        .forEach(e -> ours.put(e.getKey(), e.getValue().text())));
        return new FieldNames(ours);
    }

    /** Remembers names that are not the sender's own, if they are not more than settings hold. */
    void keep(SourceName theirs, FieldNames names) {
        TreeMap<String, String> others = new TreeMap<>(names.ours());
        others.entrySet().removeIf(one -> FieldNames.own(one.getKey()).equals(one.getValue()));
        JsonMembers members = new JsonMembers();
        others.forEach(members::put);
        String text = CanonicalJson.write(members.done());
        if (text.length() <= MOST && !others.equals(of(theirs).ours())) {
            settings.put(name(theirs), text);
        }
    }

    private static String name(SourceName theirs) {
        return "fields of " + Sha256.of(theirs.value()).substring(0, 32);
    }
}

package io.marquetry.handoff.incoming;

import io.marquetry.pack.PackageKey;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that came in and can be taken back.
 *
 * @param number from 1
 * @param back takes it back
 */
public record MadeImport(int number, Batch back) {

    /** Returns the packages that came or changed. */
    public List<PackageKey> packages() {
        return Stream.of(
                        back.drafts().stream().map(draft -> draft.base().key()),
                        back.archived().stream(),
                        back.goneDrafts().stream())
                .flatMap(keys -> keys)
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns how many tags came or changed. */
    public int tags() {
        return back.tags().size() + back.goneTags().size();
    }

    /** Returns how many assets came or changed. */
    public int assets() {
        return back.assets().size() + back.goneAssets().size();
    }
}

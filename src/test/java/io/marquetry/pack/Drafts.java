package io.marquetry.pack;

import io.marquetry.base.Kept;
import io.marquetry.base.Revision;

/** Stores drafts for tests that are not about who saved when. */
public final class Drafts {

    private Drafts() {}

    /** Stores a draft over whatever is there. */
    public static void put(PackageRepository kept, PackageDraft draft) {
        kept.save(draft, kept.kept(draft.base().key()).map(Kept::revision).orElse(Revision.NONE));
    }

    /** Stores a draft over whatever is there. */
    public static void put(Packages packages, PackageDraft draft) {
        packages.save(
                draft, packages.kept(draft.base().key()).map(Kept::revision).orElse(Revision.NONE));
    }
}

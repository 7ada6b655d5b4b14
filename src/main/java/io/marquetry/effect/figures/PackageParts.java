package io.marquetry.effect.figures;

import io.marquetry.effect.PackageRef;

import java.util.Set;

/** Tells what packages are made of. */
public interface PackageParts {

    /** Returns the keys of the tags in a package; none where it is gone. */
    Set<String> tags(PackageRef pack);

    /** Returns the keys of the assets behind its tags; none where it is gone. */
    Set<String> assets(PackageRef pack);
}

package io.marquetry.handoff.bundle;

import io.marquetry.asset.Picture;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names inside a bundle. Nothing is unpacked here, but others may do so: a name never leads out
 * of the folder, and no two are one file where letter case does not count.
 */
final class BundleNames {

    private static final Pattern ALLOWED =
            Pattern.compile(
                    "[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,99}(/[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,99}){0,3}");

    private static final String PICTURES = "pictures/";

    private static final Pattern PICTURE =
            Pattern.compile(PICTURES + "([0-9a-f]{64}\\.(png|jpg|gif))");

    private final Set<String> seen = new HashSet<>();

    /** Returns whether a bundle may hold a file of the name. */
    static boolean isAllowed(String name) {
        return ALLOWED.matcher(name).matches();
    }

    /** Returns what a picture is called: the same wherever its bytes are the same. */
    static String of(Picture picture) {
        return PICTURES + picture.fileName();
    }

    /** Returns whether a file of the name is a picture and no document. */
    static boolean isPicture(String name) {
        return PICTURE.matcher(name).matches();
    }

    /** Returns whether no file of the name came before, in whatever letter case. */
    boolean isNew(String name) {
        return seen.add(name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }
}

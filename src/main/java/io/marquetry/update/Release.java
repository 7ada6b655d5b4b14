package io.marquetry.update;

import java.lang.module.ModuleDescriptor;
import java.net.URI;

/**
 * A version of the program that can be had.
 *
 * @param version numbers with dots
 * @param page where people get it
 */
public record Release(String version, URI page) {

    /** Returns whether it is newer; what is made on the way to a version is older than that. */
    public boolean isNewerThan(String other) {
        return ModuleDescriptor.Version.parse(version)
                        .compareTo(ModuleDescriptor.Version.parse(other))
                > 0;
    }
}

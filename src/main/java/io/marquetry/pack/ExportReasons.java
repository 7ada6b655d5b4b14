package io.marquetry.pack;

import io.marquetry.base.Settings;

import java.util.Optional;

/** Why versions went out although somebody was warned. Blocks. */
public final class ExportReasons {

    /** What a workspace remembers under one name is no longer. */
    private static final int MOST = 2_000;

    private static final int DIGITS = 40;

    private final Settings settings;

    /** Keeps the reasons in a workspace. */
    public ExportReasons(Settings settings) {
        this.settings = settings;
    }

    /** Keeps the reason for a version; durable when it returns. */
    public void keep(PackageVersion version, String reason) {
        String whole = reason.strip();
        settings.put(name(version), whole.substring(0, Math.min(MOST, whole.length())));
    }

    /** Returns the reason for a version; empty where nobody had to give one. */
    public Optional<String> of(PackageVersion version) {
        return settings.get(name(version));
    }

    private static String name(PackageVersion version) {
        return "export.reason." + version.sha256().substring(0, DIGITS);
    }
}

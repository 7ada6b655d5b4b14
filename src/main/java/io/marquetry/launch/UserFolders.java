package io.marquetry.launch;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Where things lie unless somebody says otherwise, as each system wants it. */
final class UserFolders {

    private final Properties system;
    private final Map<String, String> environment;

    UserFolders(Properties system, Map<String, String> environment) {
        this.system = system;
        this.environment = environment;
    }

    /** Returns those of whoever runs this process. */
    static UserFolders here() {
        return new UserFolders(System.getProperties(), System.getenv());
    }

    /**
     * Returns the workspace: the property {@code marquetry.workspace}, else the variable {@code
     * MARQUETRY_WORKSPACE}, else {@code ~/Marquetry}.
     */
    Path workspace() {
        return given("marquetry.workspace", "MARQUETRY_WORKSPACE")
                .orElseGet(() -> home().resolve("Marquetry"));
    }

    /**
     * Returns the folder for settings: the property {@code marquetry.config}, else the variable
     * {@code MARQUETRY_CONFIG}, else the system's folder for settings.
     */
    Path settings() {
        return given("marquetry.config", "MARQUETRY_CONFIG").orElseGet(this::usualSettings);
    }

    /** Returns the folder where open windows can be found. */
    Path doors() {
        return settings().resolve("open");
    }

    /**
     * Returns the folder for logs: the property {@code marquetry.logs}, else the variable {@code
     * MARQUETRY_LOGS}, else the system's folder for logs.
     */
    Path logs() {
        return given("marquetry.logs", "MARQUETRY_LOGS").orElseGet(this::usualLogs);
    }

    private Path usualLogs() {
        String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return variable("LOCALAPPDATA")
                    .orElseGet(() -> home().resolve("AppData").resolve("Local"))
                    .resolve("Marquetry")
                    .resolve("Logs");
        }
        if (os.contains("mac")) {
            return home().resolve("Library").resolve("Logs").resolve("Marquetry");
        }
        return variable("XDG_STATE_HOME")
                .orElseGet(() -> home().resolve(".local").resolve("state"))
                .resolve("marquetry");
    }

    private Path usualSettings() {
        String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return variable("APPDATA")
                    .orElseGet(() -> home().resolve("AppData").resolve("Roaming"))
                    .resolve("Marquetry");
        }
        if (os.contains("mac")) {
            return home().resolve("Library").resolve("Application Support").resolve("Marquetry");
        }
        return variable("XDG_CONFIG_HOME")
                .orElseGet(() -> home().resolve(".config"))
                .resolve("marquetry");
    }

    private Optional<Path> given(String property, String variable) {
        String value = system.getProperty(property);
        return value == null || value.isBlank()
                ? variable(variable)
                : Optional.of(Path.of(value).toAbsolutePath());
    }

    private Optional<Path> variable(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank()
                ? Optional.empty()
                : Optional.of(Path.of(value).toAbsolutePath());
    }

    private Path home() {
        return Path.of(system.getProperty("user.home", ".")).toAbsolutePath();
    }
}

package io.marquetry.cli.source;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.base.UserZone;
import io.marquetry.cli.common.PassphraseOptions;
import io.marquetry.effect.intake.HandedMapping;
import io.marquetry.effect.intake.MappingDocument;
import io.marquetry.source.RemoteEngine;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.jdbc.Login;
import io.marquetry.source.remote.MachineLogins;
import io.marquetry.source.remote.Secret;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/** Where a database on a server is, and how this machine signs in there. */
final class RemoteOptions {

    @Option(names = "--engine", paramLabel = "ENGINE", descriptionKey = "cli.source.engine")
    private RemoteEngine engine = RemoteEngine.POSTGRESQL;

    @Option(names = "--host", paramLabel = "NAME", descriptionKey = "cli.source.host")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "NUMBER", descriptionKey = "cli.source.port")
    private @Nullable Integer port;

    @Option(names = "--database", paramLabel = "NAME", descriptionKey = "cli.source.database")
    private @Nullable String database;

    @Option(names = "--user", paramLabel = "NAME", descriptionKey = "cli.source.user")
    private @Nullable String user;

    @Option(
            names = "--password-variable",
            paramLabel = "MARQUETRY_…",
            descriptionKey = "cli.source.passwordVariable")
    private @Nullable String passwordVariable;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            descriptionKey = "cli.source.passwordFile")
    private @Nullable Path passwordFile;

    @Option(names = "--keep-in-vault", descriptionKey = "cli.source.keepInVault")
    private boolean inVault;

    @Mixin private final PassphraseOptions passphrase = new PassphraseOptions();

    @Option(names = "--certificate", paramLabel = "FILE", descriptionKey = "cli.source.certificate")
    private @Nullable Path certificate;

    @Option(names = "--trust-server", descriptionKey = "cli.source.trustServer")
    private boolean trust;

    @Option(names = "--no-tls", descriptionKey = "cli.source.noTls")
    private boolean plain;

    @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "cli.source.zone")
    private @Nullable ZoneId zone;

    @Option(names = "--mapping", paramLabel = "FILE", descriptionKey = "cli.source.mapping")
    private @Nullable Path mapping;

    /** Returns the mapping that somebody handed over, if one is named. */
    Optional<HandedMapping> mapping() {
        if (mapping == null) {
            return Optional.empty();
        }
        if (host != null || database != null || user == null) {
            throw Problem.of("problem.remote.mappingIncomplete").asException();
        }
        return Optional.of(MappingDocument.read(mapping));
    }

    /** Returns the server; empty where none is named, so that a file is meant. */
    Optional<RemoteServer> server() {
        if (host == null) {
            return Optional.empty();
        }
        if (database == null || user == null) {
            throw Problem.of("problem.remote.incomplete").asException();
        }
        return Optional.of(
                new RemoteServer(engine, host, port == null ? engine.usualPort() : port, database));
    }

    /**
     * Returns how to sign in; puts the password into the vault where that is wanted.
     *
     * @param logins this machine's
     */
    MachineLogins.Known known(RemoteServer server, MachineLogins logins, Texts texts) {
        MachineLogins.Known told = known();
        if (!inVault) {
            return told;
        }
        String password =
                logins.login(server, told)
                        .password()
                        .or(() -> PassphraseOptions.typed(texts.get("cli.source.password")))
                        .orElseThrow(() -> Problem.of("problem.remote.noPassword").asException());
        logins.vault().unlock(passphrase.read(texts));
        logins.hide(server, password);
        return new MachineLogins.Known(told.user(), new Secret.InVault(), told.tls());
    }

    /** Returns how to sign in. */
    private MachineLogins.Known known() {
        if (passwordVariable != null && passwordFile != null
                || trust && plain
                || certificate != null && (trust || plain)) {
            throw Problem.of("problem.remote.contradiction").asException();
        }
        return new MachineLogins.Known(require(user), secret(), tls());
    }

    /** Returns the zone in which the server's points in time are told. */
    ZoneId zone() {
        return zone == null ? UserZone.get() : zone;
    }

    private Secret secret() {
        if (passwordVariable != null) {
            return new Secret.InVariable(passwordVariable);
        }
        return passwordFile == null
                ? new Secret.None()
                : new Secret.InFile(passwordFile.toAbsolutePath());
    }

    private Login.Tls tls() {
        if (plain) {
            return new Login.Tls.Off();
        }
        return trust
                ? new Login.Tls.Trusting()
                : new Login.Tls.Verified(
                        Optional.ofNullable(certificate).map(Path::toAbsolutePath));
    }
}

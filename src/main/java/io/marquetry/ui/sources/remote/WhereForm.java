package io.marquetry.ui.sources.remote;

import io.marquetry.base.Problem;
import io.marquetry.source.RemoteEngine;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.jdbc.Login;
import io.marquetry.source.remote.MachineLogins;
import io.marquetry.source.remote.RemotePlan;
import io.marquetry.source.remote.Secret;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.nio.file.Path;
import java.util.Optional;

/** Where a database is and how to sign in, as it is typed; the passwords are never kept here. */
final class WhereForm {

    /** How the way to the server is kept from others. */
    enum Way {
        VERIFIED,
        TRUSTING,
        OFF
    }

    /** Where the password is found. */
    enum Found {
        VAULT,
        VARIABLE,
        NONE
    }

    private final ObjectProperty<RemoteEngine> engine =
            new SimpleObjectProperty<>(RemoteEngine.POSTGRESQL);
    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty port =
            new SimpleStringProperty(String.valueOf(RemoteEngine.POSTGRESQL.usualPort()));
    private final StringProperty database = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.VERIFIED);
    private final StringProperty certificate = new SimpleStringProperty("");
    private final ObjectProperty<Found> found = new SimpleObjectProperty<>(Found.VAULT);
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty passphrase = new SimpleStringProperty("");
    private final StringProperty variable = new SimpleStringProperty("MARQUETRY_");

    /** The usual port goes along with the engine, unless another was typed. */
    WhereForm() {
        engine.subscribe(
                (before, now) -> {
                    if (port.get().equals(String.valueOf(before.usualPort()))) {
                        port.set(String.valueOf(now.usualPort()));
                    }
                });
    }

    ObjectProperty<RemoteEngine> engine() {
        return engine;
    }

    StringProperty host() {
        return host;
    }

    StringProperty port() {
        return port;
    }

    StringProperty database() {
        return database;
    }

    StringProperty user() {
        return user;
    }

    ObjectProperty<Way> way() {
        return way;
    }

    StringProperty certificate() {
        return certificate;
    }

    ObjectProperty<Found> found() {
        return found;
    }

    StringProperty password() {
        return password;
    }

    StringProperty passphrase() {
        return passphrase;
    }

    StringProperty variable() {
        return variable;
    }

    /** Fills in where a mapping says that the database is. */
    void take(RemotePlan mapping) {
        engine.set(mapping.server().engine());
        host.set(mapping.server().host());
        port.set(String.valueOf(mapping.server().port()));
        database.set(mapping.server().database());
    }

    /**
     * Returns the server.
     *
     * @throws io.marquetry.base.ProblemException if a field is not what it should be
     */
    RemoteServer server() {
        return new RemoteServer(engine.get(), host.get().strip(), number(), database.get());
    }

    private int number() {
        try {
            return Integer.parseInt(port.get().strip());
        } catch (NumberFormatException e) {
            throw Problem.of("problem.remote.port", port.get()).asException(e);
        }
    }

    /**
     * Returns how to sign in.
     *
     * @throws io.marquetry.base.ProblemException if a field is not what it should be
     */
    MachineLogins.Known known() {
        if (user.get().isBlank()) {
            throw Problem.of("problem.remote.noUser").asException();
        }
        Secret secret =
                switch (found.get()) {
                    case VAULT -> new Secret.InVault();
                    case VARIABLE -> new Secret.InVariable(variable.get().strip());
                    case NONE -> new Secret.None();
                };
        Login.Tls tls =
                switch (way.get()) {
                    case OFF -> new Login.Tls.Off();
                    case TRUSTING -> new Login.Tls.Trusting();
                    case VERIFIED ->
                            new Login.Tls.Verified(
                                    Optional.of(certificate.get().strip())
                                            .filter(file -> !file.isEmpty())
                                            .map(Path::of));
                };
        return new MachineLogins.Known(user.get().strip(), secret, tls);
    }
}

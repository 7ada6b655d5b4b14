package io.marquetry.source.remote;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.Problem;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.source.RemoteEngine;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.jdbc.Login;
import io.marquetry.source.engine.jdbc.Logins;
import io.marquetry.vault.UserVault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How this machine signs in: a file in the user's folder for settings, which holds who signs in
 * where, and where the password is found.
 */
public final class MachineLogins implements Logins {

    private static final String FILE = "connections.json";
    private static final long VERSION = 1;
    private static final String[] MEMBERS = {
        "engine",
        "host",
        "port",
        "database",
        "user",
        "passwordVariable",
        "passwordFile",
        "passwordInVault",
        "tls",
        "certificate"
    };

    private static final String VAULT = "vault.json";

    private final Path file;
    private final UnaryOperator<String> environment;
    private final UserVault vault;

    /**
     * Makes the logins of a machine; reads nothing yet.
     *
     * @param folder the user's, for settings
     * @param environment returns the value of a variable, or null
     */
    public MachineLogins(Path folder, UnaryOperator<String> environment) {
        this.file = folder.resolve(FILE);
        this.environment = environment;
        this.vault = new UserVault(folder.resolve(VAULT), environment);
    }

    /** Returns the user's folder for settings. */
    public Path folder() {
        return file.resolveSibling("");
    }

    /**
     * How to sign in to one server.
     *
     * @param user the name of the user there
     */
    public record Known(String user, Secret secret, Login.Tls tls) {}

    @Override
    public Login of(RemoteServer server) {
        Known known = read().get(server);
        if (known == null) {
            throw Problem.of("problem.remote.noLogin", server.toString()).asException();
        }
        return login(server, known);
    }

    /** Returns how to sign in to a server, if this machine knows; never the password. */
    public Optional<Known> known(RemoteServer server) {
        return Optional.ofNullable(read().get(server));
    }

    /** Returns the user's vault, in which passwords may lie. */
    public UserVault vault() {
        return vault;
    }

    /**
     * Puts the password of a server into the vault; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if the vault is locked, or cannot be written
     */
    public void hide(RemoteServer server, String password) {
        vault.keep(secretName(server), password);
    }

    private String hidden(RemoteServer server) {
        return vault.find(secretName(server))
                .orElseThrow(
                        () ->
                                Problem.of("problem.remote.notInVault", server.toString())
                                        .asException());
    }

    private static String secretName(RemoteServer server) {
        return "login " + server.engine() + " " + server;
    }

    /**
     * Returns how to sign in, with the password as it is now.
     *
     * @throws io.marquetry.base.ProblemException if the password is not where it should be
     */
    public Login login(RemoteServer server, Known known) {
        Optional<String> password =
                switch (known.secret()) {
                    case Secret.InVault in -> Optional.of(hidden(server));
                    case Secret.None none -> Optional.empty();
                    case Secret.InVariable variable -> Optional.of(variable(variable.name()));
                    case Secret.InFile in -> Optional.of(firstLine(in.file()));
                };
        return new Login(known.user(), password, known.tls());
    }

    /**
     * Remembers how to sign in to a server; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if the file cannot be written
     */
    public synchronized void keep(RemoteServer server, Known known) {
        Map<RemoteServer, Known> all = new LinkedHashMap<>(read());
        all.put(server, known);
        write(all);
    }

    /**
     * Forgets how to sign in to a server, and its password in the vault; durable when it returns.
     *
     * @return why the password stays in the vault, where it does: without its passphrase nobody can
     *     open that
     * @throws io.marquetry.base.ProblemException if the file cannot be written
     */
    public synchronized Optional<Problem> forget(RemoteServer server) {
        Map<RemoteServer, Known> all = new LinkedHashMap<>(read());
        Known known = all.remove(server);
        if (known == null) {
            return Optional.empty();
        }
        write(all);
        if (!(known.secret() instanceof Secret.InVault)) {
            return Optional.empty();
        }
        if (!vault.isUnlocked()) {
            return Optional.of(Problem.of("problem.remote.staysInVault", server.toString()));
        }
        vault.forget(secretName(server));
        return Optional.empty();
    }

    private void write(Map<RemoteServer, Known> all) {
        Json json =
                new JsonMembers()
                        .put("version", VERSION)
                        .put("connections", List.copyOf(all.entrySet()), MachineLogins::write)
                        .done();
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            DurableFiles.write(file, CanonicalJson.bytes(json));
        } catch (IOException e) {
            throw Problem.of("problem.remote.notKept", file.toString()).asException(e);
        }
    }

    private Map<RemoteServer, Known> read() {
        Map<RemoteServer, Known> all = new LinkedHashMap<>();
        if (Files.exists(file)) {
            JsonView view = JsonView.of(StrictJson.read(file));
            view.only("version", "connections").get("version").whole(VERSION, VERSION);
            for (JsonView item : view.get("connections").items()) {
                item.only(MEMBERS);
                all.put(server(item), known(item));
            }
        }
        return all;
    }

    private static Json write(Map.Entry<RemoteServer, Known> entry) {
        RemoteServer server = entry.getKey();
        JsonMembers members =
                new JsonMembers()
                        .put("engine", server.engine().name())
                        .put("host", server.host())
                        .put("port", server.port())
                        .put("database", server.database())
                        .put("user", entry.getValue().user());
        switch (entry.getValue().secret()) {
            case Secret.None none -> {}
            case Secret.InVariable variable -> members.put("passwordVariable", variable.name());
            case Secret.InFile in -> members.put("passwordFile", in.file().toString());
            case Secret.InVault in -> members.put("passwordInVault", new Json.Truth(true));
        }
        switch (entry.getValue().tls()) {
            case Login.Tls.Off off -> members.put("tls", "off");
            case Login.Tls.Trusting trusting -> members.put("tls", "trusting");
            case Login.Tls.Verified verified -> {
                members.put("tls", "verified");
                verified.certificate().ifPresent(c -> members.put("certificate", c.toString()));
            }
        }
        return members.done();
    }

    private static RemoteServer server(JsonView view) {
        return new RemoteServer(
                view.get("engine").word(RemoteEngine.class),
                view.get("host").text(),
                (int) view.get("port").whole(0, 1 << 16),
                view.get("database").text());
    }

    private static Known known(JsonView view) {
        Secret secret =
                view.find("passwordVariable")
                        .<Secret>map(name -> new Secret.InVariable(name.text()))
                        .or(
                                () ->
                                        view.find("passwordFile")
                                                .map(f -> new Secret.InFile(Path.of(f.text()))))
                        .or(
                                () ->
                                        view.find("passwordInVault")
                                                .filter(JsonView::truth)
                                                .map(in -> new Secret.InVault()))
                        .orElseGet(Secret.None::new);
        JsonView told = view.get("tls");
        Login.Tls tls =
                switch (told.text()) {
                    case "off" -> new Login.Tls.Off();
                    case "trusting" -> new Login.Tls.Trusting();
                    case "verified" ->
                            new Login.Tls.Verified(
                                    view.find("certificate").map(c -> Path.of(c.text())));
                    default -> throw told.notAWord(List.of("off", "trusting", "verified"));
                };
        return new Known(view.get("user").text(), secret, tls);
    }

    private String variable(String name) {
        String value = environment.apply(name);
        if (value == null || value.isEmpty()) {
            throw Problem.of("problem.remote.noVariable", name).asException();
        }
        return value;
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw Problem.of("problem.remote.noPasswordFile", file.toString()).asException(e);
        }
    }
}

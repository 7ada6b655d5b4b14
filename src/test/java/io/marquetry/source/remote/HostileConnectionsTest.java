package io.marquetry.source.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.source.RemoteEngine;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.jdbc.Login;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Connections that somebody wrote to have a driver do more than connect. */
class HostileConnectionsTest {

    private static final RemoteServer SHOP =
            new RemoteServer(RemoteEngine.POSTGRESQL, "localhost", 5432, "shop");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost/shop",
                "localhost?socketFactory=java.io.FileOutputStream",
                "localhost/?sslfactory=x",
                "localhost:5432/shop?loggerFile=/etc/passwd",
                "localhost,evil.example.com",
                "localhost#a",
                "localhost;INIT=CREATE ALIAS",
                "user@localhost",
                "user:secret@localhost",
                "//localhost",
                "jdbc:h2:mem:a",
                "local host",
                "localhost\n",
                "localhost\u0000",
                "localhost%2f",
                "localhost&a=b",
                "localhost\\share",
                "-localhost",
                "[::1]/x",
                "主机"
            })
    void hostThatIsMoreThanAHostIsRefused(String host) {
        ProblemException refused =
                assertThrows(
                        ProblemException.class,
                        () -> new RemoteServer(RemoteEngine.POSTGRESQL, host, 5432, "shop"));
        assertThat(Texts.in(Locale.ENGLISH).sentence(refused.problem()))
                .contains("is not the name or address of a server");
    }

    @Test
    void portAndDatabaseThatCannotBeAreRefused() {
        for (int port : new int[] {-1, 0, 65_536}) {
            assertThrows(
                    ProblemException.class,
                    () -> new RemoteServer(RemoteEngine.POSTGRESQL, "localhost", port, "shop"));
        }
        for (String database : new String[] {"", " ", "shop\n", "a".repeat(129)}) {
            assertThrows(
                    ProblemException.class,
                    () -> new RemoteServer(RemoteEngine.POSTGRESQL, "localhost", 5432, database));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"passwordVariable\":\"AWS_SECRET_ACCESS_KEY\",\"tls\":\"off\"",
                "\"passwordVariable\":\"marquetry_shop\",\"tls\":\"off\"",
                "\"tls\":\"none\"",
                "\"tls\":\"off\",\"socketFactory\":\"a.B\"",
                "\"tls\":\"off\",\"options\":\"-c search_path=a\"",
                "\"tls\":\"off\",\"url\":\"jdbc:postgresql://evil.example.com/\""
            })
    void loginThatAsksForMoreIsRefused(String members) throws IOException {
        Files.writeString(
                folder.resolve("connections.json"),
                """
                {"version":1,"connections":[{"engine":"POSTGRESQL","host":"localhost","port":5432,\
                "database":"shop","user":"a",%s}]}
                """
                        .formatted(members));
        assertThrows(
                ProblemException.class, () -> new MachineLogins(folder, name -> "secret").of(SHOP));
    }

    @Test
    void loginIsReadAsItWasKept() {
        MachineLogins logins = new MachineLogins(folder, name -> "of " + name);
        logins.keep(
                SHOP,
                new MachineLogins.Known(
                        "reader",
                        new Secret.InVariable("MARQUETRY_SHOP"),
                        new Login.Tls.Trusting()));
        assertThat(new MachineLogins(folder, name -> "of " + name).of(SHOP))
                .isEqualTo(
                        new Login(
                                "reader",
                                Optional.of("of MARQUETRY_SHOP"),
                                new Login.Tls.Trusting()));
    }
}

package io.marquetry.handoff.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;
import io.marquetry.workspace.SmallWorkspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Tags come in under other keys, beside those that are here. */
class OtherNamesTest {

    @TempDir private Path folder;

    private String document;

    @BeforeEach
    void documentIsExported() {
        SmallWorkspace.open(folder).close();
        document = folder.resolve("one.json").toString();
        in(
                "workspace",
                "package",
                "create",
                "pack_one",
                "--name",
                "One",
                "--expression",
                "user_level_gold");
        in("workspace", "package", "export", "pack_one", "--out", document);
    }

    @Test
    void tagComesUnderAnotherKeyAndThePackageUsesThat() {
        CliRun run =
                in(
                        "receiver",
                        "package",
                        "import",
                        document,
                        "--rename",
                        "user_level_gold=user_tier_gold");
        assertThat(run.out()).contains("1 package, 1 tag");
        assertThat(in("receiver", "tag", "show", "user_tier_gold").out()).contains("gold");
        assertThat(in("receiver", "tag", "show", "user_level_gold").code()).isEqualTo(1);
        assertThat(in("receiver", "package", "show", "pack_one").out()).contains("user_tier_gold");
        // What was finished stays what it was.
        in(
                "receiver",
                "package",
                "export",
                "pack_one",
                "--version",
                "1",
                "--out",
                folder.resolve("again.json").toString());
        assertThat(folder.resolve("again.json")).hasSameBinaryContentAs(Path.of(document));
    }

    @Test
    void nameThatNothingHasAndKeyThatIsNoneAreRefused() {
        assertThat(
                        in(
                                        "receiver",
                                        "package",
                                        "import",
                                        document,
                                        "--rename",
                                        "user_no_tag=user_x_y")
                                .err())
                .contains("Nothing under the key “user_no_tag”");
        assertThat(
                        in(
                                        "receiver",
                                        "package",
                                        "import",
                                        document,
                                        "--rename",
                                        "user_level_gold=Gold")
                                .code())
                .isEqualTo(1);
        assertThat(in("receiver", "package", "import", document, "--map", "level=").err())
                .contains("--map");
        assertThat(in("receiver", "package", "list", "--json").json().size()).isZero();
    }

    private CliRun in(String workspace, String... arguments) {
        return CliRun.in(
                SmallWorkspace.wiring(folder, "ann"), folder.resolve(workspace), arguments);
    }
}

package io.marquetry.base;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;

/**
 * On Windows there is one entry in the access list of what holds customers' data: the owner's.
 * POSIX permissions are proved on a whole workspace.
 */
class PrivateFilesTest {

    private FileSystem windows;
    private Path home;

    @BeforeEach
    void begin() throws IOException {
        windows =
                Jimfs.newFileSystem(
                        Configuration.windows().toBuilder()
                                .setAttributeViews("basic", "owner", "dos", "acl", "user")
                                .build());
        home = Files.createDirectories(windows.getPath("C:\\Users\\mei"));
    }

    @AfterEach
    void end() throws IOException {
        windows.close();
    }

    @Test
    void whatIsMadeIsClosedAtOnce() throws IOException {
        Path workspace = PrivateFiles.folder(home.resolve("Marquetry"));
        Path made = workspace.resolve("sources.db");
        PrivateFiles.create(made);
        Path written = home.resolve("export.json");
        try (OutputStream out = PrivateFiles.write(written)) {
            out.write(1);
        }
        Path incoming = PrivateFiles.folderIn(workspace, "incoming");
        for (Path path : List.of(workspace, made, written, incoming)) {
            assertClosed(path);
        }
    }

    @Test
    void anOlderWorkspaceIsClosedWithAllInIt() throws IOException {
        Path workspace = Files.createDirectories(home.resolve("Marquetry").resolve("sources"));
        Path file = Files.createFile(workspace.resolve("a.mv.db"));
        open(workspace);
        open(file);
        PrivateFiles.closeOnce(home.resolve("Marquetry"));
        for (Path path : List.of(home.resolve("Marquetry"), workspace, file)) {
            assertClosed(path);
        }
    }

    private void open(Path path) throws IOException {
        UserPrincipal everybody =
                windows.getUserPrincipalLookupService().lookupPrincipalByName("Everyone");
        list(path)
                .setAcl(
                        List.of(
                                AclEntry.newBuilder()
                                        .setType(AclEntryType.ALLOW)
                                        .setPrincipal(everybody)
                                        .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                                        .build()));
    }

    private static void assertClosed(Path path) throws IOException {
        assertThat(list(path).getAcl())
                .as(path.toString())
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.principal()).isEqualTo(list(path).getOwner());
                            assertThat(entry.type()).isEqualTo(AclEntryType.ALLOW);
                        });
    }

    private static AclFileAttributeView list(Path path) {
        return Files.getFileAttributeView(path, AclFileAttributeView.class);
    }
}

package io.marquetry.handoff.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.ProblemException;
import io.marquetry.base.Sha256;
import io.marquetry.cli.CliRun;
import io.marquetry.handoff.SampleDocument;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.workspace.SmallWorkspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;

class SignaturesTest {

    @TempDir private Path folder;

    private Path document;
    private Path signature;
    private Signatures signatures;

    @BeforeEach
    void documentIsThere() throws IOException {
        document = Files.writeString(folder.resolve("one.json"), SampleDocument.text());
        signature = folder.resolve("one.json.sig");
        signatures = new Signatures(folder.resolve("config"), InstantSource.fixed(CliRun.NOW));
    }

    @Test
    void everyMutationOfASignedDocumentIsNoticed() throws IOException {
        everyMutationIsNoticed();
    }

    private void everyMutationIsNoticed() throws IOException {
        sign();
        byte[] good = Files.readAllBytes(document);
        SignatureFile read = read();
        assertThat(read.isGenuine()).isTrue();
        assertThat(read.sha256()).isEqualTo(Sha256.of(good));
        int noticed = 0;
        for (int at = 0; at < good.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = good.clone();
                changed[at] ^= (byte) (1 << bit);
                assertThat(Sha256.of(changed)).isNotEqualTo(read.sha256());
                noticed++;
            }
        }
        // As the command does it, through the files, at each byte; and cut, and longer.
        for (int at = 0; at < good.length; at += 37) {
            byte[] changed = good.clone();
            changed[at]++;
            Files.write(document, changed);
            refused("problem.signature.otherFile");
        }
        Files.write(document, Arrays.copyOf(good, good.length - 1));
        refused("problem.signature.otherFile");
        Files.write(document, Arrays.copyOf(good, good.length + 1));
        refused("problem.signature.otherFile");
        System.out.printf("%d mutations of a signed document, all noticed%n", noticed);
    }

    @Test
    void everyMutationOfASignedDocumentThatEnclosesSomethingIsNoticed() throws IOException {
        Files.writeString(document, SampleDocument.enclosing(2));
        everyMutationIsNoticed();
    }

    @Test
    void everyMutationOfASignatureIsNoticed() throws IOException {
        sign();
        byte[] good = Files.readAllBytes(signature);
        int noticed = 0;
        for (int at = 0; at < good.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = good.clone();
                changed[at] ^= (byte) (1 << bit);
                Files.write(signature, changed);
                assertThatThrownBy(() -> signatures.verify(document, signature))
                        .as("bit %d of byte %d", bit, at)
                        .isInstanceOf(ProblemException.class);
                noticed++;
            }
        }
        Files.writeString(signature, new String(good, StandardCharsets.UTF_8) + "\n");
        refused("problem.signature.changed");
        System.out.printf("%d mutations of a signature, all noticed%n", noticed);
    }

    @Test
    void signatureTellsWhoseItIsOnceTheKeyIsKnown() throws IOException {
        Signatures.Signed signed = sign();
        Signatures.Verified first = signatures.verify(document, signature);
        assertThat(first.signer()).isEqualTo("Ann of Marketing");
        assertThat(first.knownAs()).isEmpty();
        assertThat(first.fingerprint()).isEqualTo(signed.fingerprint());
        signatures.trust(document, signature, "Ann");
        assertThat(signatures.verify(document, signature).knownAs()).contains("Ann");

        Signatures other = new Signatures(folder.resolve("other"), InstantSource.fixed(CliRun.NOW));
        other.sign(document, signature, "Ann of Marketing", "y".toCharArray());
        // Who only says to be Ann is not her.
        assertThat(signatures.verify(document, signature).knownAs()).isEmpty();
    }

    @Test
    void keyIsTheSameEachTimeAndTheVaultHidesIt() throws IOException {
        String first = sign().fingerprint();
        assertThat(sign().fingerprint()).isEqualTo(first);
        assertThatThrownBy(() -> signatures.sign(document, signature, "Ann", "wrong".toCharArray()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().key()).isEqualTo("problem.vault.locked"));
    }

    @Test
    void commandsSignAndVerify() throws IOException {
        Path passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse\nx");
        CliRun signed =
                run(
                        "package",
                        "sign",
                        document.toString(),
                        "--name",
                        "Ann",
                        "--passphrase-file",
                        passphrase.toString());
        assertThat(signed.err()).isEmpty();
        assertThat(signed.out()).contains("Signed ", " as Ann");
        CliRun stranger = run("package", "verify", document.toString());
        assertThat(stranger.code()).isZero();
        assertThat(stranger.out()).contains("somebody who says “Ann”");
        assertThat(run("package", "verify", document.toString(), "--trust", "Ann K.").out())
                .contains("of Ann K., whose key you know");
        assertThat(
                        run("package", "verify", document.toString(), "--json")
                                .json()
                                .get("knownAs")
                                .stringValue())
                .isEqualTo("Ann K.");
        Files.writeString(document, SampleDocument.text().replace("142", "143"));
        CliRun changed = run("package", "verify", document.toString());
        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.err()).contains("one of them was changed");
        assertThat(run("package", "sign", document.toString()).err())
                .contains("asks for a passphrase");
    }

    @Test
    void keyStaysTheSameUnderAnotherPassphrase() throws IOException {
        String passphrase = Files.writeString(folder.resolve("passphrase"), "x").toString();
        String next = Files.writeString(folder.resolve("next"), "y").toString();
        String file = document.toString();
        assertThat(change(passphrase, next).err()).contains("There is no vault");
        String first =
                run("package", "sign", file, "--json", "--passphrase-file", passphrase)
                        .json()
                        .get("fingerprint")
                        .stringValue();
        assertThat(change(next, passphrase).err()).contains("passphrase");
        assertThat(change(passphrase, next).out()).contains("opens with the new passphrase");
        assertThat(run("package", "sign", file, "--passphrase-file", passphrase).code())
                .isEqualTo(1);
        assertThat(
                        run("package", "sign", file, "--json", "--passphrase-file", next)
                                .json()
                                .get("fingerprint")
                                .stringValue())
                .isEqualTo(first);
    }

    private CliRun change(String from, String to) {
        return run("vault", "passphrase", "--passphrase-file", from, "--new-passphrase-file", to);
    }

    private Signatures.Signed sign() {
        return signatures.sign(document, signature, "Ann of Marketing", "x".toCharArray());
    }

    private SignatureFile read() {
        return SignatureFile.read(JsonView.of(StrictJson.read(signature)));
    }

    private void refused(String key) {
        assertThatThrownBy(() -> signatures.verify(document, signature))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem().key()).isEqualTo(key));
    }

    private CliRun run(String... arguments) {
        return CliRun.in(
                SmallWorkspace.wiring(folder, "ann"), folder.resolve("workspace"), arguments);
    }
}

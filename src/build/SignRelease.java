import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * Makes the key that signs which version is the newest, and signs that. The private half stays with
 * whoever releases; the public half goes into the build as {@code -Dreleases.key}.
 *
 * <p>{@code KEYFILE} makes the key and prints the public half; {@code KEYFILE VERSION PAGE} prints
 * the file that programs ask for.
 */
final class SignRelease {

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        if (arguments.length == 1) {
            KeyPair made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.write(file, made.getPrivate().getEncoded());
            System.out.println(base64(made.getPublic().getEncoded()));
            return;
        }
        String version = arguments[1];
        String page = arguments[2];
        if (!version.matches("\\d{1,4}(\\.\\d{1,4}){0,3}")
                || !page.matches("https://[\\w./~%-]{4,200}")) {
            System.err.println("A version is numbers with dots, and a page begins with https://");
            System.exit(2);
        }
        // Canonical JSON: names in their order, nothing between them.
        String begin = "{\"format\":\"marquetry/release\",\"formatVersion\":1,\"page\":\"" + page;
        String end = "\"version\":\"" + version + "\"}";
        PrivateKey key =
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(file)));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update((begin + "\"," + end).getBytes(StandardCharsets.UTF_8));
        System.out.println(begin + "\",\"signature\":\"" + base64(signature.sign()) + "\"," + end);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

package io.marquetry.handoff.sign;

import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.json.JsonView;
import io.marquetry.vault.Vault;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The public half of a signer's key: Ed25519 (RFC 8032), as X.509 writes it.
 *
 * @param encoded its bytes in Base64
 */
public record SignerKey(String encoded) {

    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "signing/private";
    private static final String PUBLIC = "signing/public";

    /** Returns the SHA-256 of the key, by which people tell keys apart. */
    String fingerprint() {
        return Sha256.of(Base64.getDecoder().decode(encoded));
    }

    /** Returns whether the signature over some bytes is of this key. */
    public boolean signed(byte[] bytes, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key());
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // A signature that is none is one of nobody.
            return false;
        }
    }

    private PublicKey key() throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM)
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(encoded)));
    }

    /** Reads a key that somebody sent. */
    static SignerKey read(JsonView view) {
        SignerKey read = new SignerKey(view.text());
        try {
            read.key();
            return read;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw view.refuse("problem.signature.key");
        }
    }

    /** Returns the own key of a vault, made where there is none. */
    static Own own(Vault vault) {
        Optional<byte[]> secret = vault.find(PRIVATE);
        Optional<byte[]> known = vault.find(PUBLIC);
        try {
            if (secret.isPresent() && known.isPresent()) {
                PrivateKey key =
                        KeyFactory.getInstance(ALGORITHM)
                                .generatePrivate(new PKCS8EncodedKeySpec(secret.get()));
                return new Own(key, of(known.get()));
            }
            KeyPair made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            vault.keep(
                    Map.of(
                            PRIVATE,
                            made.getPrivate().getEncoded(),
                            PUBLIC,
                            made.getPublic().getEncoded()));
            return new Own(made.getPrivate(), of(made.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw Problem.of("problem.signature.ownKey").asException(e);
        }
    }

    private static SignerKey of(byte[] bytes) {
        return new SignerKey(Base64.getEncoder().encodeToString(bytes));
    }

    /** A key with its private half. */
    record Own(PrivateKey secret, SignerKey open) {

        byte[] sign(byte[] bytes) {
            try {
                Signature maker = Signature.getInstance(ALGORITHM);
                maker.initSign(secret);
                maker.update(bytes);
                return maker.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK since 15 signs with Ed25519", e);
            }
        }
    }
}

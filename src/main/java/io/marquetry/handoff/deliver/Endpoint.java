package io.marquetry.handoff.deliver;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where documents are posted, and the secret that both sides share. */
public final class Endpoint {

    private static final String PREFIX = "whsec_";
    private static final int MIN_SECRET = 24;
    private static final int MAX_SECRET = 64;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI uri;
    private final byte[] secret;

    private Endpoint(URI uri, byte[] secret) {
        this.uri = uri;
        this.secret = secret;
    }

    /** Returns the address: https, or http of this machine. */
    public URI uri() {
        return uri;
    }

    /** Returns the secret: at least 24 bytes, as Standard Webhooks wants it. */
    public byte[] secret() {
        return secret.clone();
    }

    /** Never tells the secret. */
    @Override
    public String toString() {
        return uri.toString();
    }

    /**
     * Reads an address and a secret as people write them.
     *
     * @param secret {@code whsec_} and Base64
     * @throws ProblemException if the address is not encrypted and not of this machine, names a
     *     user, or the secret is none
     */
    public static Endpoint parse(String address, String secret) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            throw refused(address).asException(e);
        }
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        String host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
        boolean allowed =
                scheme.equals("https") || scheme.equals("http") && THIS_MACHINE.contains(host);
        if (!allowed || host.isEmpty() || uri.getRawUserInfo() != null) {
            throw refused(address).asException();
        }
        return new Endpoint(uri, bytes(secret.strip()));
    }

    private static Problem refused(String address) {
        return Problem.of(
                "problem.deliver.address",
                address.length() > 200 ? address.substring(0, 200) + "…" : address);
    }

    private static byte[] bytes(String secret) {
        try {
            byte[] bytes =
                    Base64.getDecoder()
                            .decode(
                                    secret.startsWith(PREFIX)
                                            ? secret.substring(PREFIX.length())
                                            : "!");
            if (bytes.length >= MIN_SECRET && bytes.length <= MAX_SECRET) {
                return bytes;
            }
            throw Problem.of("problem.deliver.secret").asException();
        } catch (IllegalArgumentException e) {
            throw Problem.of("problem.deliver.secret").asException(e);
        }
    }
}

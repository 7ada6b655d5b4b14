package io.marquetry.source.engine.jdbc;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How this machine signs in to a server; never part of a workspace.
 *
 * @param password empty where the server asks for none
 */
public record Login(String user, Optional<String> password, Tls tls) {

    /** Tells no secret. */
    @Override
    public String toString() {
        return user + " " + tls;
    }

    /** How the way to the server is kept from others. */
    public sealed interface Tls {

        /** It is not: for a server on this machine, or in a network that is trusted. */
        record Off() implements Tls {}

        /**
         * The server has to prove who it is.
         *
         * @param certificate who may vouch for it, in a PEM file; empty: who vouches in the system
         */
        record Verified(Optional<Path> certificate) implements Tls {}

        /** Encrypted, to whoever answers: a deliberate choice. */
        record Trusting() implements Tls {}
    }
}

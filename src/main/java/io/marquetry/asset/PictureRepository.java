package io.marquetry.asset;

import java.util.Optional;

/** Where the bytes of pictures are kept; blocks, so never call it on the FX thread. */
public interface PictureRepository {

    /**
     * Returns the bytes of a picture; empty where only its name came here, with a document.
     *
     * @throws io.marquetry.base.ProblemException if they are not as they were saved
     */
    Optional<byte[]> bytes(String sha256);
}

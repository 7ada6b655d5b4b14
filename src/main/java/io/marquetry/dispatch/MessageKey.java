package io.marquetry.dispatch;

import io.marquetry.base.Sha256;

/** The key of a message: the same message has the same key on every try. */
public final class MessageKey {

    private final String prefix;

    /**
     * Makes the keys of a dispatch.
     *
     * @param salt that of the dispatch, which no other has, also in a copied workspace
     */
    public MessageKey(String salt, DispatchId id, ChannelKind channel) {
        this.prefix = salt + ' ' + id.number() + ' ' + channel + ' ';
    }

    /** Makes the keys of those who take one of the accounts of a dispatch. */
    public MessageKey(Dispatch dispatch, int route) {
        this(dispatch.salt(), dispatch.id(), dispatch.routes().get(route).channel());
    }

    /** Returns the key of a person: 32 hexadecimal digits that tell nothing of them. */
    public String of(int ordinal) {
        return Sha256.of(prefix + ordinal).substring(0, 32);
    }
}

package io.marquetry.dispatch.channel;

/**
 * One message, the same bytes on each try.
 *
 * @param key the same on each try, and of no other message
 */
public record Message(String key, String address, String text) {

    /** Names the key only: address and text stand in no log. */
    @Override
    public String toString() {
        return "Message[" + key + ']';
    }
}

package io.marquetry.base;

/**
 * Who works: on one machine the name that the system gives, which nobody proved.
 *
 * @param login 1 to {@value #MAX_LENGTH} characters
 */
public record Actor(String login) {

    /** Longest login, in UTF-16 units. */
    public static final int MAX_LENGTH = 64;

    /** Refuses a blank or an overlong login. */
    public Actor {
        if (login.isBlank() || login.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("not a login: " + login);
        }
    }

    /** Returns the user of this machine. */
    public static Actor ofThisMachine() {
        String name = System.getProperty("user.name", "").strip();
        String shown = name.isEmpty() ? "user" : name;
        return new Actor(shown.substring(0, Math.min(shown.length(), MAX_LENGTH)));
    }
}

package io.marquetry.dispatch;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** Mail servers whose clients may end in the middle of a sentence. */
public final class MailServers {

    private MailServers() {}

    /**
     * Starts one.
     *
     * @param setups what it speaks
     */
    public static GreenMail start(ServerSetup... setups) throws InterruptedException {
        GreenMail server = new GreenMail(setups);
        // The server throws on its own thread when a client is gone. Without a group of its own,
        // that ends up at the handler for everybody, and the next test of a window fails by it.
        Thread starting = new Thread(new Abandoned(), server::start);
        starting.start();
        starting.join();
        if (!server.isRunning()) {
            throw new IllegalStateException("the mail server did not start");
        }
        return server;
    }

    /** The threads of a server, and what a client that is gone does to them. */
    private static final class Abandoned extends ThreadGroup {

        Abandoned() {
            super("mail server");
        }

        @Override
        public void uncaughtException(Thread thread, Throwable thrown) {
            if (!(thrown instanceof IllegalStateException)) {
                super.uncaughtException(thread, thrown);
            }
        }
    }
}

package io.marquetry.cli.common;

import io.marquetry.base.Texts;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.PrintWriter;

/** Where a command says what it found: results on stdout, remarks on stderr. */
public final class CommandOutput {

    private final PrintWriter out;
    private final PrintWriter err;
    private final Texts texts;
    private final boolean json;

    public CommandOutput(PrintWriter out, PrintWriter err, Texts texts, boolean json) {
        this.out = out;
        this.err = err;
        this.texts = texts;
        this.json = json;
    }

    /** Returns whether the result is wanted as JSON. */
    public boolean isJson() {
        return json;
    }

    /** Returns the words of the user's language. */
    public Texts texts() {
        return texts;
    }

    /** Prints a line of the result. */
    public void line(String text) {
        out.println(text);
    }

    /** Prints the result as one line of JSON; maps keep their order. */
    public void json(Object tree) {
        out.println(Written.JSON.writeValueAsString(tree));
    }

    /** Prints a remark that is no result. */
    public void remark(String text) {
        err.println(text);
        err.flush();
    }

    /** Loaded by the first answer in JSON: it takes a tenth of what a command takes. */
    private static final class Written {

        // Escaped, so that JSON survives a terminal of any encoding.
        static final JsonMapper JSON =
                JsonMapper.builder()
                        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                        .build();
    }
}

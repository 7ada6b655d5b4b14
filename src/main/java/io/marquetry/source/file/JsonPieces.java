package io.marquetry.source.file;

import io.marquetry.source.csv.TextSource;

import java.util.Optional;

/**
 * Cuts JSON into the objects that are rows: one a line, or the items of one list. What is wrong
 * with one of them does not touch the others.
 */
final class JsonPieces {

    /** The most characters of one object. */
    static final int LONGEST = 1 << 24;

    private final TextSource text;
    private int ahead;
    private long line = 1;
    private boolean list;

    /**
     * One item.
     *
     * @param line where it begins, from 1
     * @param text as the file has it, cut where it is too long
     * @param whole whether it is not cut
     */
    record Piece(long line, String text, boolean whole) {}

    JsonPieces(TextSource text) {
        this.text = text;
        advance();
        blanks(true);
        if (ahead == '[') {
            list = true;
            advance();
        }
    }

    /** Returns the next item; empty at the end. */
    Optional<Piece> next() {
        blanks(true);
        while (list && ahead == ',') {
            advance();
            blanks(true);
        }
        if (ahead < 0 || (list && ahead == ']')) {
            return Optional.empty();
        }
        return Optional.of(list ? item() : wholeLine());
    }

    private Piece wholeLine() {
        long begun = line;
        StringBuilder piece = new StringBuilder();
        boolean whole = true;
        while (ahead >= 0 && ahead != '\n' && ahead != '\r') {
            whole &= keep(piece);
        }
        return new Piece(begun, piece.toString(), whole);
    }

    private Piece item() {
        long begun = line;
        StringBuilder piece = new StringBuilder();
        boolean whole = true;
        boolean quoted = false;
        int depth = 0;
        while (ahead >= 0) {
            char c = (char) ahead;
            if (!quoted && depth == 0 && (c == ',' || c == ']')) {
                break;
            }
            if (quoted) {
                if (c == '\\') {
                    whole &= keep(piece);
                    if (ahead < 0) {
                        break;
                    }
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            whole &= keep(piece);
            if (!quoted && depth == 0 && (c == '}' || c == ']')) {
                break;
            }
        }
        return new Piece(begun, piece.toString(), whole && depth == 0 && !quoted);
    }

    private boolean keep(StringBuilder piece) {
        boolean room = piece.length() < LONGEST;
        if (room) {
            piece.append((char) ahead);
        }
        advance();
        return room;
    }

    private void blanks(boolean lines) {
        while (ahead == ' ' || ahead == '\t' || (lines && (ahead == '\n' || ahead == '\r'))) {
            advance();
        }
    }

    private void advance() {
        line += ahead == '\n' ? 1 : 0;
        ahead = text.read();
    }
}

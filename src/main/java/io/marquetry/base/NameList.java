package io.marquetry.base;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names that a sentence lists. */
public final class NameList {

    private static final int SHOWN = 20;

    private NameList() {}

    /** Returns the names, the first twenty of very many. */
    public static String of(Collection<String> names) {
        String list = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() > SHOWN ? list + ", …" : list;
    }
}

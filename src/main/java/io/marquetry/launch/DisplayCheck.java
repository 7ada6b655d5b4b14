package io.marquetry.launch;

import io.marquetry.base.Problem;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Finds out whether a window can be shown before JavaFX tries: where it cannot, JavaFX prints stack
 * traces of its own that nobody can act on.
 */
@SuppressWarnings("restricted") // asking libX11 itself needs native calls
final class DisplayCheck {

    private DisplayCheck() {}

    /** Returns what is missing on this machine; empty when a window can be shown. */
    static Optional<Problem> missing() {
        return missing(System.getProperties(), System.getenv());
    }

    /** Returns what is missing, judged by the given system properties and environment. */
    static Optional<Problem> missing(Properties system, Map<String, String> environment) {
        boolean linux =
                system.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (!linux || system.getProperty("glass.platform") != null) {
            return Optional.empty();
        }
        String display = environment.getOrDefault("DISPLAY", "");
        if (display.isBlank()) {
            return Optional.of(Problem.of("problem.display.unset"));
        }
        for (String library : new String[] {"libgtk-3.so.0", "libX11.so.6", "libXtst.so.6"}) {
            if (!loads(library)) {
                return Optional.of(Problem.of("problem.display.library", library));
            }
        }
        return opens()
                ? Optional.empty()
                : Optional.of(Problem.of("problem.display.refused", display));
    }

    private static boolean loads(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException notFound) {
            return false;
        }
    }

    /** Opens and closes the display that the environment names, as any X program would. */
    private static boolean opens() {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", arena);
            MethodHandle open =
                    Linker.nativeLinker()
                            .downcallHandle(
                                    x11.findOrThrow("XOpenDisplay"),
                                    FunctionDescriptor.of(
                                            ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            MethodHandle close =
                    Linker.nativeLinker()
                            .downcallHandle(
                                    x11.findOrThrow("XCloseDisplay"),
                                    FunctionDescriptor.of(
                                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            MemorySegment display = (MemorySegment) open.invokeExact(MemorySegment.NULL);
            if (display.equals(MemorySegment.NULL)) {
                return false;
            }
            int ignored = (int) close.invokeExact(display);
            return true;
        } catch (Throwable e) {
            throw new IllegalStateException("libX11 could not be asked for the display", e);
        }
    }
}

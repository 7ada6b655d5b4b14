package io.marquetry.ui.common.screen;

import javafx.util.Callback;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Makes the controllers that FXML names, each with its collaborators given by constructor. */
public final class Controllers implements Callback<Class<?>, Object> {

    private final Map<Class<?>, Supplier<?>> makers = new HashMap<>();

    /** Registers how a controller is made; returns this. */
    public <C> Controllers with(Class<C> type, Supplier<C> maker) {
        if (makers.put(type, maker) != null) {
            throw new IllegalArgumentException("registered twice: " + type.getName());
        }
        return this;
    }

    /** Registers a controller that is made already; returns this. */
    Controllers with(Object controller) {
        if (makers.put(controller.getClass(), () -> controller) != null) {
            throw new IllegalArgumentException("registered twice: " + controller.getClass());
        }
        return this;
    }

    /**
     * Makes a controller.
     *
     * @throws IllegalArgumentException if nobody registered it
     */
    @Override
    public Object call(Class<?> type) {
        Supplier<?> maker = makers.get(type);
        if (maker == null) {
            throw new IllegalArgumentException("no such controller registered: " + type.getName());
        }
        return maker.get();
    }
}

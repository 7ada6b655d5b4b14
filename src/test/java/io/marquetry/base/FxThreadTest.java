package io.marquetry.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import javafx.application.Platform;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class FxThreadTest {

    @Test
    void theThreadThatJavaFxReallyUsesIsRefused() throws Exception {
        FxToolkit.registerPrimaryStage();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Platform.runLater(() -> thrown.complete(catchThrowable(FxThread::refuse)));
        assertThat(thrown.get(60, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyOtherThreadMayBlock() {
        assertThatCode(FxThread::refuse).doesNotThrowAnyException();
    }
}

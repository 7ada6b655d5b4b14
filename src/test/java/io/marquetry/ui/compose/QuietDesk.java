package io.marquetry.ui.compose;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Notices;
import io.marquetry.ui.common.screen.OpenSheet;
import io.marquetry.ui.common.screen.Sheets;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.navigation.Navigation;

import javafx.scene.Parent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A window that leads nowhere and remembers what it was told. */
public final class QuietDesk implements Notices, Navigation {

    final List<String> said = new ArrayList<>();

    public Desk desk(Locale language, Background background) {
        Texts texts = Texts.in(language);
        return new Desk(
                texts,
                background,
                this,
                new NoSheets(),
                this,
                (kind, name) -> Optional.empty(),
                Map.of());
    }

    @Override
    public void done(String sentence, List<Step> steps) {
        said.add(sentence);
    }

    @Override
    public void problem(Problem problem) {
        said.add(problem.key());
    }

    @Override
    public void go(Destination destination) {}

    @Override
    public boolean leadsTo(Destination destination) {
        return false;
    }

    @Override
    public void speaksOf(Optional<SourceName> source) {}

    private static final class NoSheets implements Sheets {
        @Override
        public void show(Parent sheet) {}

        @Override
        public void open(Function<Desk, OpenSheet> maker) {}

        @Override
        public void close() {}
    }
}

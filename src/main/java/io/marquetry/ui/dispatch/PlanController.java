package io.marquetry.ui.dispatch;

import io.marquetry.base.Texts;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.Counts;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.Masked;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.Terms;
import io.marquetry.effect.stats.Power;
import io.marquetry.pack.PackageKey;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Steers the sheet in which a dispatch is planned. */
final class PlanController {

    /** What share of people is thought to buy by themselves, where nobody knows. */
    private static final double BASE = 0.05;

    private final PlanModel plan;
    private final DispatchModel model;
    private final Desk desk;
    private final Texts texts;
    private final Formats formats;
    private final Follows follows;

    @FXML private ComboBox<PackageKey> pack;
    @FXML private ComboBox<Integer> version;
    @FXML private ComboBox<Account> account;
    @FXML private ComboBox<Optional<String>> address;
    @FXML private ComboBox<Optional<String>> consent;
    @FXML private ComboBox<Optional<String>> zone;
    @FXML private ComboBox<Optional<String>> stream;
    @FXML private ComboBox<Optional<String>> revenue;
    @FXML private TextField holdout;
    @FXML private TextField from;
    @FXML private TextField quiet;
    @FXML private TextField cap;
    @FXML private TextField fixed;
    @FXML private TextField days;
    @FXML private Button work;
    @FXML private Button freeze;
    @FXML private Button close;
    @FXML private Label problem;
    @FXML private Node result;
    @FXML private Node nothing;
    @FXML private VBox waterfall;
    @FXML private Label needs;
    @FXML private Label power;
    @FXML private TextField person;
    @FXML private Label previewOf;
    @FXML private Label preview;
    @FXML private ProgressBar bar;
    @FXML private ElseController othersController;
    @FXML private TermsController termsController;

    PlanController(PlanModel plan, DispatchModel model, Desk desk, Follows follows) {
        this.plan = plan;
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.formats = new Formats(texts.locale());
        this.follows = follows;
    }

    @FXML
    void initialize() {
        pack.setConverter(new Worded<>(this::name));
        version.setConverter(new Worded<>(number -> texts.get("versions.number", number)));
        account.setConverter(
                new Worded<>(
                        one ->
                                texts.get(
                                        "dispatch.accounts.name",
                                        one.name(),
                                        texts.get("dispatch.channel." + one.channel()))));
        offerNone(address, texts.get("dispatch.plan.key"));
        for (ComboBox<Optional<String>> one : List.of(consent, zone, stream, revenue)) {
            offerNone(one, texts.get("dispatch.plan.none"));
        }
        pack.valueProperty().subscribe(this::offerVersions);
        version.valueProperty().subscribe(number -> look());
        stream.valueProperty().subscribe(name -> offerRevenue());
        follows.on(plan.choices(), read -> read.ifPresent(this::offer));
        follows.on(plan.columns(), read -> read.ifPresent(this::offer));
        new ProposedColumns(plan, account, address, consent, zone).follow(follows);
        follows.on(plan.found(), this::show);
        follows.on(plan.working().busy(), busy -> showBusy());
        follows.on(plan.working().problems(), why -> showProblem());
        work.setOnAction(event -> plan.work(form(), texts.locale()));
        freeze.setOnAction(
                event ->
                        plan.freeze(
                                id -> {
                                    desk.sheets().close();
                                    desk.notices()
                                            .done(texts.get("dispatch.plan.frozen", id.text()));
                                }));
        person.setOnAction(event -> previewPerson());
        close.setOnAction(event -> desk.sheets().close());
    }

    private String name(PackageKey key) {
        return plan.choices()
                .get()
                .map(read -> read.names().get(key))
                .map(name -> name.in(texts.locale()))
                .orElse(key.value());
    }

    private static void offerNone(ComboBox<Optional<String>> box, String none) {
        box.setConverter(new Worded<>(name -> name.orElse(none)));
        box.getItems().setAll(List.of(Optional.empty()));
        box.setValue(Optional.empty());
    }

    private void offer(PlanModel.Choices read) {
        pack.getItems().setAll(read.versions().keySet());
        account.getItems().setAll(read.accounts());
        account.setValue(read.accounts().getFirst());
        othersController.offer(read.accounts());
        pack.setValue(
                read.wanted()
                        .filter(read.versions()::containsKey)
                        .orElseGet(
                                () ->
                                        read.versions().isEmpty()
                                                ? null
                                                : read.versions().firstEntry().getKey()));
        plan.last()
                .ifPresent(
                        form -> {
                            pack.setValue(form.pack());
                            version.setValue(form.version());
                            read.accounts().stream()
                                    .filter(one -> one.name().equals(form.account()))
                                    .findFirst()
                                    .ifPresent(account::setValue);
                            holdout.setText(form.holdout());
                            from.setText(form.from());
                            quiet.setText(form.quiet());
                            cap.setText(form.cap());
                            fixed.setText(form.fixed());
                            days.setText(form.days());
                        });
        boolean none = read.versions().isEmpty();
        Parts.show(nothing, none);
        work.setDisable(none);
    }

    private void offerVersions(@Nullable PackageKey key) {
        List<Integer> found =
                Optional.ofNullable(key)
                        .flatMap(
                                wanted ->
                                        plan.choices()
                                                .get()
                                                .map(read -> read.versions().get(wanted)))
                        .orElse(List.of());
        version.getItems().setAll(found);
        version.setValue(found.isEmpty() ? null : found.getFirst());
    }

    private void look() {
        if (pack.getValue() != null && version.getValue() != null) {
            plan.look(pack.getValue(), version.getValue());
        }
    }

    private void offer(PlanModel.Columns read) {
        List<Optional<String>> names = new ArrayList<>(List.of(Optional.empty()));
        read.attributes().forEach(name -> names.add(Optional.of(name)));
        for (ComboBox<Optional<String>> one : List.of(address, consent, zone)) {
            Optional<String> before = one.getValue();
            one.getItems().setAll(names);
            one.setValue(names.contains(before) ? before : Optional.empty());
        }
        othersController.offerColumns(names);
        termsController.offer(names);
        List<Optional<String>> streams = new ArrayList<>(List.of(Optional.empty()));
        read.streams().forEach(events -> streams.add(Optional.of(events.name())));
        stream.getItems().setAll(streams);
        stream.setValue(Optional.empty());
        plan.last()
                .ifPresent(
                        form -> {
                            address.setValue(form.address());
                            consent.setValue(form.consent());
                            zone.setValue(form.zone());
                            stream.setValue(form.stream());
                            revenue.setValue(form.revenue());
                            othersController.show(form.others());
                            termsController.show(form.terms());
                        });
    }

    private void offerRevenue() {
        List<Optional<String>> fields = new ArrayList<>(List.of(Optional.empty()));
        plan.columns()
                .get()
                .ifPresent(
                        read ->
                                read.streams().stream()
                                        .filter(
                                                events ->
                                                        Optional.of(events.name())
                                                                .equals(stream.getValue()))
                                        .map(EventStream::fields)
                                        .forEach(
                                                all ->
                                                        all.stream()
                                                                .filter(PlanController::isNumber)
                                                                .map(Attribute::name)
                                                                .map(Optional::of)
                                                                .forEach(fields::add)));
        revenue.getItems().setAll(fields);
        revenue.setValue(Optional.empty());
        revenue.setDisable(fields.size() == 1);
        days.setDisable(stream.getValue() == null || stream.getValue().isEmpty());
    }

    private static boolean isNumber(Attribute field) {
        return field.type() == AttributeType.INTEGER || field.type() == AttributeType.DECIMAL;
    }

    private PlanModel.Form form() {
        return new PlanModel.Form(
                pack.getValue(),
                version.getValue(),
                account.getValue().name(),
                address.getValue(),
                consent.getValue(),
                zone.getValue(),
                holdout.getText(),
                from.getText(),
                quiet.getText(),
                cap.getText(),
                fixed.getText(),
                stream.getValue(),
                revenue.getValue(),
                days.getText(),
                termsController.form(),
                othersController.form());
    }

    private void showBusy() {
        boolean busy = plan.working().busy().get();
        Parts.show(bar, busy);
        bar.setProgress(busy ? ProgressBar.INDETERMINATE_PROGRESS : 0);
        freeze.setDisable(busy || plan.found().get().isEmpty());
    }

    private void showProblem() {
        Parts.show(problem, !plan.problems().isEmpty());
        problem.setText(
                plan.problems().stream().map(texts::sentence).collect(Collectors.joining("\n")));
    }

    private void show(Optional<PlanModel.Found> found) {
        Parts.show(result, found.isPresent());
        freeze.setDisable(found.isEmpty());
        found.ifPresent(this::show);
    }

    private void show(PlanModel.Found found) {
        Counts counts = found.planned().counts();
        waterfall
                .getChildren()
                .setAll(
                        new Waterfall(
                                        texts,
                                        (words, which) ->
                                                plan.people(
                                                        which, people -> showPeople(words, people)))
                                .of(found.planned().draft()));
        needs.setText(needs(found));
        OptionalDouble rise =
                counts.net() < 2 || counts.holdout() < 2
                        ? OptionalDouble.empty()
                        : Power.OF_80.detectableRise(BASE, counts.net(), counts.holdout());
        power.setText(
                rise.isPresent()
                        ? texts.get(
                                "dispatch.plan.power",
                                formats.percent(BASE + rise.getAsDouble()),
                                formats.wholePercent(BASE))
                        : texts.get("dispatch.plan.noPower"));
        found.sample().ifPresentOrElse(this::preview, () -> previewOf.setText(""));
    }

    private void showPeople(String words, List<Recipient> people) {
        // The plan stays as it is below; closing the people leads back to it.
        PeopleSheet.show(desk, words, people, () -> PlanSheet.back(desk, plan, model));
    }

    private String needs(PlanModel.Found found) {
        Counts counts = found.planned().counts();
        Dispatch draft = found.planned().draft();
        String cost = draft.cost().map(all -> texts.get("dispatch.plan.cost", all)).orElse("");
        // Accounts send side by side: the slowest ends last.
        long seconds = 0;
        long perSecond = 0;
        for (int i = 0; i < found.accounts().size(); i++) {
            long net = draft.netByRoute().get(i);
            long pace = found.accounts().get(i).perSecond();
            seconds = Math.max(seconds, Math.ceilDiv(net, pace));
            perSecond += net > 0 ? pace : 0;
        }
        String time =
                texts.get(
                        "dispatch.plan.needs",
                        DispatchWords.duration(Duration.ofSeconds(seconds), texts),
                        formats.count(
                                perSecond == 0
                                        ? found.accounts().getFirst().perSecond()
                                        : perSecond),
                        found.planned().first().map(formats::moment).orElse("\u2013"),
                        found.planned().last().map(formats::moment).orElse("\u2013"));
        String codes =
                found.planned().codes().isPresent()
                        ? texts.get(
                                "dispatch.plan.codes",
                                formats.count(counts.net()),
                                formats.count(found.planned().codes().getAsLong()))
                        : "";
        return texts.together(cost, time, codes);
    }

    private void previewPerson() {
        String key = person.getText().strip();
        plan.person(
                key,
                one ->
                        one.ifPresentOrElse(
                                this::preview,
                                () -> {
                                    previewOf.setText(texts.get("dispatch.plan.nobody", key));
                                    preview.setText("");
                                }));
    }

    /** Codes are given when it is frozen; until then their place says so. */
    private Map<String, String> shown(PlanModel.Found now, Recipient one) {
        Map<String, String> filling = new HashMap<>(one.filling());
        if (now.planned().codes().isPresent()) {
            filling.put(Terms.CODE, texts.get("dispatch.plan.codeLater"));
        }
        return filling;
    }

    private String text(PlanModel.Found now, Recipient one) {
        return now.planned().draft().routes().get(one.route()).text().fill(shown(now, one));
    }

    private void preview(Recipient one) {
        previewOf.setText(
                texts.get(
                        one.address().isPresent()
                                ? "dispatch.plan.previewOf"
                                : "dispatch.plan.notSent",
                        Masked.of(one.key()),
                        Masked.of(one.address().orElse(""))));
        preview.setText(
                one.address().isPresent()
                        ? plan.found().get().map(now -> text(now, one)).orElse("")
                        : "");
    }
}

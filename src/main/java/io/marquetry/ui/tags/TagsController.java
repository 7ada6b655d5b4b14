package io.marquetry.ui.tags;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Texts;
import io.marquetry.tag.Category;
import io.marquetry.tag.RuleWords;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagFinding;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.look.CategoryStyle;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Action;
import io.marquetry.ui.common.screen.Command;
import io.marquetry.ui.common.screen.Confirmation;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.UsedSheet;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.propose.ProposeSheet;
import io.marquetry.ui.tags.centre.FilterBar;
import io.marquetry.ui.tags.centre.FindingLines;
import io.marquetry.ui.tags.centre.GovernanceModel;
import io.marquetry.ui.tags.centre.KeepSheet;
import io.marquetry.ui.tags.centre.NamingSheet;
import io.marquetry.ui.tags.centre.SizeLine;
import io.marquetry.ui.tags.centre.TagBoard;
import io.marquetry.ui.tags.centre.TagDetail;
import io.marquetry.ui.tags.form.TagForm;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.textfield.CustomTextField;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

/** Steers the list of tags, and puts the editor in its place while a tag is edited. */
final class TagsController {

    private final TagsModel model;
    private final GovernanceModel governance;
    private final Desk desk;
    private final Texts texts;
    private final Follows follows;

    private Follows ofEditor;
    private Optional<TagEditorController> open = Optional.empty();

    @FXML private StackPane root;
    @FXML private VBox list;
    @FXML private CustomTextField search;
    @FXML private ComboBox<Optional<Category>> category;
    @FXML private ComboBox<Optional<SourceName>> source;
    @FXML private ListTable<Tag> table;
    @FXML private TableColumn<Tag, Tag> keyColumn;
    @FXML private TableColumn<Tag, Tag> nameColumn;
    @FXML private TableColumn<Tag, Tag> categoryColumn;
    @FXML private TableColumn<Tag, Tag> topicColumn;
    @FXML private TableColumn<Tag, Tag> ruleColumn;
    @FXML private TableColumn<Tag, Tag> sizeColumn;
    @FXML private Button fromColumns;
    @FXML private TableColumn<Tag, Tag> usedColumn;
    @FXML private TableColumn<Tag, Tag> stateColumn;
    @FXML private TableColumn<Tag, Tag> ownerColumn;
    @FXML private TableColumn<Tag, Tag> findingColumn;
    @FXML private FlowPane board;
    @FXML private ScrollPane detailScroll;
    @FXML private VBox detail;
    @FXML private Button create;
    @FXML private Button createFirst;
    @FXML private Button edit;
    @FXML private Button remove;
    @FXML private Button importFile;
    @FXML private Button undo;
    @FXML private Button keep;
    @FXML private Button naming;
    @FXML private MenuButton exportTags;
    @FXML private HBox filters;
    @FXML private TableColumn<Tag, Tag> hitColumn;
    @FXML private TableColumn<Tag, Tag> conversionColumn;
    @FXML private TableColumn<Tag, Tag> weekColumn;
    @FXML private TableColumn<Tag, Tag> monthColumn;
    @FXML private TableColumn<Tag, Tag> quarterColumn;
    @FXML private TableColumn<Tag, Tag> trendColumn;
    @FXML private Button lint;
    @FXML private VBox findings;
    @FXML private Label findingsWords;
    @FXML private VBox findingLines;
    @FXML private Button closeFindings;

    TagsController(TagsModel model, GovernanceModel governance, Desk desk, Follows follows) {
        this.model = model;
        this.governance = governance;
        this.desk = desk;
        this.texts = desk.texts();
        this.follows = follows;
        this.ofEditor = follows.ofPart();
    }

    @FXML
    void initialize() {
        follows.both(search.textProperty(), model.search());
        fillCategories();
        SourceBox.bind(source, model, texts, follows);
        follows.on(model.source(), now -> desk.navigation().speaksOf(now));
        fillTable();
        governed();
        ProposeSheet proposals = new ProposeSheet(model.proposals(), this::shown);
        follows.on(model.source(), now -> fromColumns.setDisable(now.isEmpty()));
        fromColumns.setOnAction(
                event -> model.countedOn().ifPresent(chosen -> proposals.open(desk, chosen)));
        create.setOnAction(event -> model.begin());
        createFirst.setOnAction(event -> model.begin());
        lint.setOnAction(event -> model.lint(this::showFindings, desk.notices()::problem));
        closeFindings.setOnAction(event -> Parts.show(findings, false));
        Parts.show(findings, false);
        follows.on(model.editing(), this::showEditor);
    }

    /** Returns what the menus can ask of this screen. */
    Map<Command, Action> actions() {
        Action editing = table.one(texts.get("tags.edit"), model::open);
        Action copying = table.one(texts.get("command.duplicate"), model::copy);
        Action removing = table.one(texts.get("command.delete"), this::askToRemove);
        editing.onto(edit);
        removing.onto(remove);
        Action keeping =
                table.some(
                        texts.get("govern.keep"),
                        tags ->
                                KeepSheet.show(
                                        desk,
                                        governance,
                                        tags.stream().map(Tag::key).toList(),
                                        this::shown));
        keeping.onto(keep);
        table.opens(editing);
        table.deletes(removing);
        table.offer(editing, copying, keeping, removing);
        return Map.of(
                Command.SAVE,
                Action.of(
                        texts.get("command.save"),
                        list.visibleProperty().not(),
                        () -> open.ifPresent(TagEditorController::save)),
                Command.DUPLICATE,
                copying.only(list.visibleProperty()),
                Command.DELETE,
                removing.only(list.visibleProperty()),
                Command.FIND,
                Action.of(texts.get("command.find"), list.visibleProperty(), search::requestFocus));
    }

    /** Reads the list afresh. */
    void shown() {
        model.load(desk.notices()::problem);
        desk.navigation().speaksOf(model.source().get());
    }

    private void fillCategories() {
        List<Optional<Category>> choices = new ArrayList<>();
        choices.add(Optional.empty());
        for (Category one : Category.values()) {
            choices.add(Optional.of(one));
        }
        category.getItems().setAll(choices);
        category.setConverter(
                new Worded<>(
                        one ->
                                one.map(c -> texts.get(CategoryStyle.nameKey(c)))
                                        .orElse(texts.get("tags.allCategories"))));
        follows.both(category.valueProperty(), model.category());
    }

    /** Keeps board, columns and detail as the tags are governed. */
    private void governed() {
        new TagBoard(governance, texts).fill(board, follows);
        TagDetail chosen =
                new TagDetail(governance, desk, detail, model.source()::get, this::shown);
        new FilterBar(governance, desk, model.search(), model.category()).fill(filters, follows);
        TableTasks tasks =
                new TableTasks(governance, model.tables(governance.centre()), desk, this::shown);
        naming.setOnAction(event -> NamingSheet.open(desk, governance, this::shown));
        tasks.undo(undo, follows);
        tasks.export(exportTags, () -> table.getItems());
        importFile.setOnAction(event -> tasks.choose(model));
        follows.on(detail.visibleProperty(), shown -> Parts.show(detailScroll, shown));
        follows.changes(model.all(), this::look);
        follows.on(model.source(), now -> look());
        follows.on(
                governance.governed(),
                now -> {
                    model.narrow(governance::isShown);
                    table.renew();
                    chosen.show(selected());
                });
        follows.on(governance.tile(), now -> model.narrow(governance::isShown));
        follows.on(governance.filter(), now -> model.narrow(governance::isShown));
        follows.on(
                table.getSelectionModel().selectedItemProperty(), now -> chosen.show(selected()));
    }

    private Optional<Tag> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void look() {
        if (model.loaded().get()) {
            governance.look(model.source().get(), desk.notices()::problem);
        }
    }

    private String findings(Tag tag) {
        return governance.governed().get().findings(tag.key()).stream()
                .map(finding -> texts.get("govern.kind." + finding.kind()))
                .distinct()
                .collect(Collectors.joining(texts.get("rule.comma")));
    }

    private void fillTable() {
        table.serve(desk);
        Collator order = Collator.getInstance(texts.locale());
        table.drawn(
                nameColumn, (a, b) -> order.compare(name(a), name(b)), this::striped, this::name);
        table.key(keyColumn, tag -> tag.key().value());
        table.text(
                categoryColumn,
                Comparator.comparing(Tag::category),
                tag -> texts.get(CategoryStyle.nameKey(tag.category())));
        table.text(topicColumn, tag -> tag.topic().in(texts.locale()));
        RuleWords rules = new RuleWords(texts);
        // Asked again for each row that scrolls by.
        Map<Tag, String> meanings = new WeakHashMap<>();
        table.text(
                ruleColumn, tag -> meanings.computeIfAbsent(tag, asked -> meaning(asked, rules)));
        table.count(usedColumn, tag -> (long) model.stock().packagesWith(tag.key()).size());
        SizeColumn sizes = new SizeColumn(texts, model.sizes());
        table.number(sizeColumn, sizes::number, sizes::words, sizes::told);
        table.text(
                stateColumn,
                tag -> texts.get("life." + governance.governed().get().care(tag.key()).state()));
        table.text(
                ownerColumn, tag -> governance.governed().get().care(tag.key()).owner().orElse(""));
        table.text(findingColumn, this::findings);
        table.count(weekColumn, tag -> governance.governed().get().heat(tag.key()).week());
        table.count(monthColumn, tag -> governance.governed().get().heat(tag.key()).month());
        table.count(quarterColumn, tag -> governance.governed().get().heat(tag.key()).quarter());
        table.drawn(
                trendColumn,
                Comparator.comparing(Tag::key),
                tag -> SizeLine.of(governance.governed().get().sizes(tag.key()), 90, 22),
                tag -> "");
        new ResultColumns(governance.achieved(), texts)
                .fill(table, hitColumn, conversionColumn, follows);
        table.setTableMenuButtonVisible(true);
        table.show(model.found(), Tag::key, follows);
        table.spare(
                List.of(
                        hitColumn,
                        trendColumn,
                        conversionColumn,
                        weekColumn,
                        monthColumn,
                        topicColumn,
                        keyColumn,
                        ruleColumn,
                        ownerColumn,
                        categoryColumn,
                        sizeColumn));
        table.showEmptyWhile(model.nothing(), follows);
        follows.on(model.sizes().answer(), now -> table.renew());
    }

    private String name(Tag tag) {
        return tag.name().in(texts.locale());
    }

    /** Returns what the tag means: its rule, else its description. */
    private String meaning(Tag tag, RuleWords rules) {
        return tag.rule()
                .map(rules::of)
                .or(() -> tag.description().map(words -> words.in(texts.locale())))
                .orElse("");
    }

    /** Draws the name, with a stripe in the colour of the category. */
    private Node striped(Tag tag) {
        Region stripe = new Region();
        stripe.getStyleClass().setAll("category-stripe", CategoryStyle.cssClass(tag.category()));
        return new Label(name(tag), stripe);
    }

    private void showEditor(Optional<TagForm> form) {
        ofEditor.close();
        ofEditor = follows.ofPart();
        root.getChildren().setAll(List.of(list));
        list.setVisible(form.isEmpty());
        open = Optional.empty();
        if (form.isPresent()) {
            TagEditorController controller =
                    new TagEditorController(model, form.get(), desk, ofEditor);
            open = Optional.of(controller);
            root.getChildren().add(Views.load("tagEditor", texts, controller));
            controller.begin();
        } else {
            table.requestFocus();
        }
    }

    private void showFindings(List<TagFinding> found) {
        findingsWords.setText(texts.get("tags.findings", found.size()));
        FindingLines.show(texts, found, findingLines);
        Parts.show(findings, true);
    }

    private void askToRemove(Tag tag) {
        List<UsedSheet.User> users = users(tag.key());
        if (!users.isEmpty()) {
            UsedSheet.show(
                    desk,
                    texts.get("tags.used.heading", name(tag)),
                    texts.get("tags.used.words"),
                    users);
            return;
        }
        Confirmation.ask(
                desk.sheets(),
                texts,
                texts.get("tags.remove.heading", name(tag)),
                texts.get("tags.remove.words"),
                texts.get("command.delete"),
                () -> remove(tag));
    }

    private List<UsedSheet.User> users(TagKey key) {
        List<UsedSheet.User> users = new ArrayList<>();
        model.stock()
                .packagesWith(key)
                .forEach(
                        pack ->
                                users.add(
                                        new UsedSheet.User(
                                                pack.name().in(texts.locale()),
                                                new Destination.OfPackage(pack.key()))));
        model.stock()
                .tagsOn(key)
                .forEach(
                        tag ->
                                users.add(
                                        new UsedSheet.User(
                                                name(tag), new Destination.OfTag(tag.key()))));
        return users;
    }

    private void remove(Tag tag) {
        model.remove(
                tag.key(),
                () -> desk.notices().done(texts.get("tags.removed", name(tag))),
                desk.notices()::problem);
    }
}

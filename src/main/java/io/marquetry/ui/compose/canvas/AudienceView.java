package io.marquetry.ui.compose.canvas;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.base.Texts;
import io.marquetry.index.Waterfall;
import io.marquetry.index.WhatIfs;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.EditNames;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageEdit;
import io.marquetry.tag.RuleWords;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.ui.common.Answer;
import io.marquetry.ui.common.TagChip;
import io.marquetry.ui.common.TagTooltip;
import io.marquetry.ui.common.Tip;
import io.marquetry.ui.compose.draft.AudienceMoves;
import io.marquetry.ui.compose.draft.ComposeModel;
import io.marquetry.ui.compose.drag.DragCargo;
import io.marquetry.ui.compose.drag.DragDesk;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows the audience as nested groups, built anew after each edit. */
final class AudienceView {

    /** Keys up to this length get chips of one width, so that the words beside them align. */
    private static final int ALIGNED_KEY = 26;

    private static final double CHIP_WIDTH = 230;

    /** Narrower, a rule in words is a stump; the tooltip has it whole. */
    private static final double LEAST_WORDS = 120;

    private final Pane pane;
    private final ComposeModel model;
    private final Texts texts;
    private final EditNames names;
    private final DragDesk drags;
    private final AudienceKeys keys;
    private final Map<NodePath, Node> nodes = new LinkedHashMap<>();
    private final List<GroupView> groups = new ArrayList<>();
    private final Map<NodePath, StepNumbers> steps = new LinkedHashMap<>();
    private TagCatalog tags = new TagCatalog(List.of());

    AudienceView(Pane pane, ComposeModel model, Texts texts, DragDesk drags) {
        this.pane = pane;
        this.model = model;
        this.texts = texts;
        this.names = new EditNames(texts);
        this.drags = drags;
        this.keys = new AudienceKeys(model, this::focus);
    }

    /** Shows an audience; what was in focus stays so, or what now lies nearest. */
    void show(AssetPackage pack, TagCatalog catalog) {
        tags = catalog;
        Optional<NodePath> focused =
                nodes.entrySet().stream()
                        .filter(e -> e.getValue().isFocused())
                        .map(Map.Entry::getKey)
                        .findFirst();
        nodes.clear();
        groups.clear();
        steps.clear();
        pane.getChildren().setAll(group(pack.audience(), NodePath.ROOT));
        showTarget();
        focused.ifPresent(path -> focus(AudienceMoves.nearest(pack.audience(), path)));
    }

    /** Shows beside each row the audience that is left after it; nothing while that is unknown. */
    void showSteps(Answer<WhatIfs> known) {
        steps.values().forEach(StepNumbers::clear);
        List<Waterfall.Step> shown = known.current().map(WhatIfs::steps).orElse(List.of());
        for (Waterfall.Step step : shown) {
            Optional.ofNullable(steps.get(new NodePath(step.path())))
                    .ifPresent(numbers -> numbers.show(step, texts));
        }
    }

    /** Marks the group that the palette's Enter adds to. */
    void showTarget() {
        groups.forEach(group -> group.setTarget(group.path().equals(model.target().get())));
    }

    /** Moves the focus to a tag or group. */
    void focus(NodePath path) {
        Node node = nodes.get(path);
        if (node != null) {
            node.requestFocus();
        }
    }

    private GroupView group(Group group, NodePath path) {
        GroupView view = new GroupView(path, header(group.kind(), path));
        view.setId("group" + id(path));
        groups.add(view);
        String caption = names.of(group.kind());
        focusable(view, path, path, texts.get("compose.group.accessible", caption));
        view.setAccessibleRole(AccessibleRole.PARENT);
        if (!path.isRoot()) {
            drags.source(view, () -> Optional.of(new DragCargo.AudienceNode(path)), () -> caption);
        }
        drags.target(view, view);
        AudienceMenus.attach(view, group, path, model, texts, this::focus);
        for (int i = 0; i < group.members().size(); i++) {
            AudienceExpression member = group.members().get(i);
            view.addMember(
                    switch (member) {
                        case TagRef ref -> row(ref, path.child(i));
                        case Group inner -> group(inner, path.child(i));
                    });
        }
        if (group.members().isEmpty()) {
            Label empty =
                    new Label(
                            texts.get(
                                    path.isRoot()
                                            ? "compose.audience.everybody"
                                            : "compose.group.empty"));
            empty.getStyleClass().add("placeholder");
            empty.setMaxWidth(Double.MAX_VALUE);
            empty.setWrapText(true);
            view.addPlaceholder(empty);
        }
        return view;
    }

    private Node header(GroupKind kind, NodePath path) {
        return new GroupHeader(
                kind,
                path.isRoot(),
                texts,
                new GroupHeader.Asked() {
                    @Override
                    public void change(GroupKind other) {
                        if (other != kind) {
                            model.apply(new PackageEdit.ChangeKind(path, other));
                        }
                    }

                    @Override
                    public void add(GroupKind added) {
                        model.addGroup(added, path).ifPresent(AudienceView.this::focus);
                    }

                    @Override
                    public void remove() {
                        model.apply(new PackageEdit.RemoveNode(path));
                    }
                });
    }

    private Node row(TagRef ref, NodePath path) {
        Optional<Tag> tag = tags.find(ref.tag());
        TagChip chip = TagChip.keyOnly(ref.tag(), tag, io.marquetry.tag.Category.AUDIENCE, texts);
        chip.getStyleClass().add("row-chip");
        chip.setPrefWidth(
                ref.tag().value().length() > ALIGNED_KEY ? Region.USE_COMPUTED_SIZE : CHIP_WIDTH);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        Label words =
                new Label(
                        tag.flatMap(Tag::rule)
                                .map(new RuleWords(texts)::of)
                                .orElse(texts.get("compose.tag.gone")));
        words.getStyleClass().add("muted");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.visibleProperty().bind(words.widthProperty().greaterThan(LEAST_WORDS));
        StepNumbers numbers = new StepNumbers();
        steps.put(path, numbers);
        String remove = texts.get("compose.remove.named", ref.tag().value());
        HBox row =
                new HBox(
                        chip,
                        words,
                        numbers,
                        GroupHeader.remove(
                                remove, () -> model.apply(new PackageEdit.RemoveNode(path))));
        row.getStyleClass().add("audience-row");
        row.setId("row" + id(path));
        tag.ifPresent(t -> Tip.on(row, () -> Optional.of(TagTooltip.text(t, texts))));
        focusable(row, path, path.parent(), ref.tag() + ", " + TagChip.nameOf(tag, texts));
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        drags.source(
                row, () -> Optional.of(new DragCargo.AudienceNode(path)), () -> ref.tag().value());
        AudienceMenus.attach(row, ref, path, model, texts, this::focus);
        return row;
    }

    private void focusable(Node node, NodePath path, NodePath target, String spoken) {
        nodes.put(path, node);
        node.setFocusTraversable(true);
        node.setAccessibleText(spoken);
        node.focusedProperty()
                .subscribe(
                        focused -> {
                            if (focused) {
                                model.target().set(target);
                            }
                        });
        node.setOnMousePressed(
                event -> {
                    node.requestFocus();
                    event.consume();
                });
        node.setOnKeyPressed(
                event -> {
                    if (node.equals(event.getTarget())) {
                        keys.pressed(event, path);
                    }
                });
    }

    private static String id(NodePath path) {
        StringBuilder id = new StringBuilder();
        path.indices().forEach(index -> id.append('-').append(index));
        return id.toString();
    }
}

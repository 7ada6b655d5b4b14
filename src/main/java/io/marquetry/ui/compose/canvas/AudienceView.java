package io.marquetry.ui.compose.canvas;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.ExpressionText;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.EditNames;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageEdit;
import io.marquetry.tag.Category;
import io.marquetry.tag.RuleWords;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.look.TagChip;
import io.marquetry.ui.common.look.TagTooltip;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.work.Answer;
import io.marquetry.ui.compose.draft.AudienceMoves;
import io.marquetry.ui.compose.draft.ComposeModel;
import io.marquetry.ui.compose.drag.DragCargo;
import io.marquetry.ui.compose.drag.DragDesk;
import io.marquetry.ui.compose.numbers.LastKnown;
import io.marquetry.ui.compose.numbers.Numbers;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows the audience as nested groups, built anew after each edit. */
final class AudienceView {

    private final Pane pane;
    private final ComposeModel model;
    private final Texts texts;
    private final EditNames names;
    private final DragDesk drags;
    private final AudienceKeys keys;
    private final AudienceMenus menus;
    private final Map<NodePath, Node> nodes = new LinkedHashMap<>();
    private final List<GroupView> groups = new ArrayList<>();
    private final StepColumn steps;
    private TagCatalog tags = new TagCatalog(List.of());
    private Map<TagKey, Problem> misfits = Map.of();

    AudienceView(Pane pane, ComposeModel model, Texts texts, DragDesk drags, RowEditing edit) {
        this.pane = pane;
        this.model = model;
        this.texts = texts;
        this.names = new EditNames(texts);
        this.drags = drags;
        this.keys = new AudienceKeys(model, this::focus);
        this.menus = new AudienceMenus(model, texts, this::focus, edit);
        this.steps = new StepColumn(pane, texts);
    }

    /** Shows an audience; what was in focus stays so, or what now lies nearest. */
    void show(AssetPackage pack, TagCatalog catalog, Map<TagKey, Problem> unfit) {
        tags = catalog;
        misfits = unfit;
        Optional<NodePath> focused =
                nodes.entrySet().stream()
                        .filter(e -> e.getValue().isFocused())
                        .map(Map.Entry::getKey)
                        .findFirst();
        nodes.clear();
        groups.clear();
        steps.begin(pack.audience());
        pane.getChildren().setAll(group(pack.audience(), NodePath.ROOT, Optional.empty()));
        showTarget();
        focused.ifPresent(path -> focus(AudienceMoves.nearest(pack.audience(), path)));
    }

    /**
     * Shows beside each row the audience that is left after it; nothing while that is unknown.
     * Where the source does not answer, the last numbers stay beside the rows that they are of.
     */
    void showSteps(Numbers numbers, AllOf now) {
        Answer<WhatIfs> known = numbers.audience().whatIfs().get();
        Optional<String> lastKnown = new LastKnown(numbers, texts).words();
        if (known instanceof Answer.Failed) {
            int same = numbers.audience().counted().map(before -> alike(before, now)).orElse(0);
            steps.show(known.latest(), same, lastKnown);
        } else {
            steps.show(known.current(), now.members().size(), lastKnown);
        }
    }

    /** Returns how many rows and groups two audiences begin with alike. */
    private static int alike(AllOf before, AllOf now) {
        int same = 0;
        int most = Math.min(before.members().size(), now.members().size());
        while (same < most && before.members().get(same).equals(now.members().get(same))) {
            same++;
        }
        return same;
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

    private GroupView group(Group group, NodePath path, Optional<Group> parent) {
        GroupHeader header =
                header(group.kind(), path, parent.map(holder -> steps.of(path, holder)));
        steps.align(header, path.indices().size());
        GroupView view = new GroupView(path, header);
        view.setId("group" + id(path));
        groups.add(view);
        String caption = names.of(group.kind());
        focusable(view, path, path, texts.get("compose.group.accessible", caption));
        view.setAccessibleRole(AccessibleRole.TREE_ITEM);
        if (!path.isRoot()) {
            drags.source(view, () -> Optional.of(new DragCargo.AudienceNode(path)), () -> caption);
        }
        drags.target(view, view);
        menus.attach(view, group, path);
        for (int i = 0; i < group.members().size(); i++) {
            AudienceExpression member = group.members().get(i);
            view.addMember(
                    switch (member) {
                        case Leaf leaf -> row(leaf, path.child(i), group);
                        case Group inner -> group(inner, path.child(i), Optional.of(group));
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

    private GroupHeader header(GroupKind kind, NodePath path, Optional<StepNumbers> total) {
        return new GroupHeader(
                kind,
                total,
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

    private Node row(Leaf leaf, NodePath path, Group parent) {
        return switch (leaf) {
            case TagRef ref -> tag(ref, path, parent);
            case Condition condition -> condition(condition, path, parent);
        };
    }

    private Node tag(TagRef ref, NodePath path, Group parent) {
        Optional<Tag> tag = tags.find(ref.tag());
        TagChip chip = TagChip.of(ref.tag(), tag, Category.AUDIENCE, texts);
        tag.flatMap(Tag::rule).map(new RuleWords(texts)::of).ifPresent(chip::say);
        Optional<String> misfit = Optional.ofNullable(misfits.get(ref.tag())).map(texts::sentence);
        misfit.ifPresent(why -> showMisfit(chip, why));
        Node row = row(ref, chip, TagChip.nameOf(tag, texts), path, parent);
        Tip.on(row, () -> tag.map(t -> TagTooltip.text(t, texts)).map(t -> told(t, misfit)));
        return row;
    }

    private Node condition(Condition condition, NodePath path, Group parent) {
        String said = new RuleWords(texts).of(condition.rule());
        String typed = ExpressionText.write(condition);
        TagChip chip = TagChip.ofCondition(said, typed);
        Optional<String> misfit = model.misfits().of(condition.rule()).map(texts::sentence);
        misfit.ifPresent(why -> showMisfit(chip, why));
        Node row = row(condition, chip, said, path, parent);
        Tip.on(row, () -> Optional.of(told(said + "\n" + typed, misfit)));
        return row;
    }

    private Node row(Leaf leaf, TagChip chip, String name, NodePath path, Group parent) {
        chip.getStyleClass().add("row-chip");
        HBox.setHgrow(chip, Priority.ALWAYS);
        HBox row =
                new HBox(
                        chip,
                        GroupHeader.tail(
                                steps.of(path, parent),
                                GroupHeader.remove(
                                        texts.get("compose.remove.named", name),
                                        () -> model.apply(new PackageEdit.RemoveNode(path)))));
        steps.align(row, path.parent().indices().size());
        row.getStyleClass().add("audience-row");
        row.setId("row" + id(path));
        focusable(row, path, path.parent(), chip.getAccessibleText());
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        drags.source(row, () -> Optional.of(new DragCargo.AudienceNode(path)), () -> name);
        menus.attach(row, leaf, path);
        return row;
    }

    private static void showMisfit(TagChip chip, String why) {
        chip.getStyleClass().add("misfit");
        chip.say(why);
    }

    private static String told(String tag, Optional<String> misfit) {
        return misfit.map(why -> tag + "\n" + why).orElse(tag);
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

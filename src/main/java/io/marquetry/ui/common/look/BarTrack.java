package io.marquetry.ui.common.look;

import javafx.scene.layout.Region;

/** A bar on its track. */
public final class BarTrack extends Region {

    private static final double HEIGHT = 12;

    private final double share;
    private final double height;
    private final Region bar = new Region();

    /** Makes a bar that fills this share of the track, 0 to 1. */
    public BarTrack(double share) {
        this(share, HEIGHT);
    }

    /** Makes a bar of this height in pixels. */
    public BarTrack(double share, double height) {
        this.share = share;
        this.height = height;
        getStyleClass().add("track");
        bar.getStyleClass().add("bar");
        bar.setManaged(false);
        getChildren().add(bar);
        setMinHeight(height);
        setMaxHeight(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return height;
    }

    @Override
    protected void layoutChildren() {
        double width = share <= 0 ? 0 : Math.max(1, getWidth() * share);
        bar.resizeRelocate(0, 0, width, getHeight());
    }
}

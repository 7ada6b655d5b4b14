package io.marquetry.cli.common;

import io.marquetry.base.Product;

import picocli.CommandLine.IVersionProvider;

/** Tells {@code --version}: the product, and the Java that runs it. */
public final class ProductVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Marquetry " + Product.version(), "Java " + Runtime.version()};
    }
}

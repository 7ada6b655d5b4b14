package io.marquetry.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build says about the product. */
public final class Product {

    /** The product's name, the same in all languages. */
    public static final String NAME = "Marquetry";

    /** The property of this process that names its log file; absent where there is none. */
    public static final String LOG = "marquetry.log";

    private Product() {}

    /** Returns the version as the build names it, for example {@code 0.1.0}. */
    public static String version() {
        return said("version");
    }

    /** Returns the address of the file that names the newest version. */
    public static String releases() {
        return said("releases");
    }

    /** Returns the key that signs that file: Ed25519, as X.509 writes it, in Base64. */
    public static String releaseKey() {
        return said("releaseKey");
    }

    private static String said(String name) {
        Properties product = new Properties();
        try (InputStream file = Product.class.getResourceAsStream("product.properties")) {
            if (file == null) {
                throw new IllegalStateException("product.properties is not on the class path");
            }
            product.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return product.getProperty(name, "?");
    }
}

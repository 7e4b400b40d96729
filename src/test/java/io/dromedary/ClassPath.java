// SPDX-License-Identifier: Apache-2.0
package io.dromedary;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class path of the tests, for processes that tests start. */
public final class ClassPath {

    private ClassPath() {}

    /** Some runners of tests load them by a loader of their own. */
    public static String text() {
        return ClassPath.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }
}

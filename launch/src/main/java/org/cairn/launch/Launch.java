package org.cairn.launch;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Properties;

/// Starts the program that `launch.properties` of the jar names, or says which Java it needs.
public final class Launch {
    private static final int NEEDED = 25;
    private static final int REFUSED = 2;
    private static final int OUR_FAULT = 3;

    private Launch() {}

    public static void main(String[] args) {
        Properties program = new Properties();
        try (InputStream in = Launch.class.getResourceAsStream("/launch.properties")) {
            if (in == null) {
                throw new IOException("launch.properties is missing");
            }
            program.load(in);
        } catch (IOException e) {
            System.err.println("this jar is damaged: " + e.getMessage());
            System.exit(OUR_FAULT);
        }
        if (javaVersion() < NEEDED) {
            System.err.println(program.getProperty("name") + " needs Java " + NEEDED + " or newer; this is Java "
                    + System.getProperty("java.version") + " in " + System.getProperty("java.home") + ". "
                    + program.getProperty("instead"));
            System.exit(REFUSED);
        }
        start(program.getProperty("main", ""), args);
    }

    /// Java 8 calls itself 1.8.
    private static int javaVersion() {
        String version = System.getProperty("java.specification.version", "0");
        return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    }

    private static void start(String main, String[] args) {
        try {
            Class.forName(main).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            System.err.println("this jar is damaged: " + e);
            System.exit(OUR_FAULT);
        }
    }
}

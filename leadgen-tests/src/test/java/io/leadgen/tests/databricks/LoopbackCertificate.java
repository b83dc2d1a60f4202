package io.leadgen.tests.databricks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key and its certificate for {@link #HOST}, made anew in each JVM by the JDK's keytool, and forgotten with it: nobody can
 * misuse a key that was never published.
 */
final class LoopbackCertificate {
    static final String HOST = "dbc-emulator.cloud.databricks.com";
    static final String PASSWORD = "changeit";

    private static final int SECONDS = 60;

    private final SSLContext context;
    private final Path trustStore;

    private LoopbackCertificate(SSLContext context, Path trustStore) {
        this.context = context;
        this.trustStore = trustStore;
    }

    /** The one of this JVM. */
    static LoopbackCertificate get() {
        return Once.CERTIFICATE;
    }

    /** Serves with the certificate. */
    SSLContext context() {
        return context;
    }

    /** A PKCS12 file with the certificate alone, which is there as long as the JVM. */
    Path trustStore() {
        return trustStore;
    }

    private static final class Once {
        static final LoopbackCertificate CERTIFICATE = make();
    }

    private static LoopbackCertificate make() {
        try {
            Path folder = Files.createTempDirectory("leadgen-emulator");
            folder.toFile().deleteOnExit();
            Path keys = folder.resolve("server.p12");
            Path trusted = folder.resolve("trust.p12");
            // Files are deleted in the reverse order, so the folder is empty when its turn comes.
            trusted.toFile().deleteOnExit();
            generate(keys);
            KeyStore server = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(keys)) {
                server.load(in, PASSWORD.toCharArray());
            } finally {
                Files.delete(keys);
            }
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry("emulator", server.getCertificate("emulator"));
            try (OutputStream out = Files.newOutputStream(trusted)) {
                trust.store(out, PASSWORD.toCharArray());
            }
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(server, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return new LoopbackCertificate(context, trusted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate for the emulator", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a certificate was made", e);
        }
    }

    private static void generate(Path store) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-J-Duser.language=en",
                        "-genkeypair",
                        "-alias",
                        "emulator",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + HOST,
                        "-ext",
                        "san=dns:" + HOST + ",dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!keytool.waitFor(SECONDS, TimeUnit.SECONDS)) {
            keytool.destroyForcibly();
            throw new IOException("keytool takes too long");
        } else if (keytool.exitValue() != 0) {
            throw new IOException("keytool failed; a JDK is needed, or a JRE that has it");
        }
    }
}

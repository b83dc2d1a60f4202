package io.leadgen.runtime.config;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.Scopes;
import io.leadgen.catalog.TableName;
import io.leadgen.runtime.config.key.KeyType;
import io.leadgen.runtime.config.key.MapOf;
import io.leadgen.runtime.config.key.SingleValue;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Types that several sections share. */
final class ConfigTypes {
    private static final String TABLE_PART = "(`[^`]{1,255}`|[^.`\\s]{1,255})";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private ConfigTypes() {}

    /** A column's name. */
    static SingleValue<ColumnName> column() {
        return SingleValue.parsed(ColumnName::new, "the name of a column");
    }

    /** Any mapping with tables for keys. */
    static <V> MapOf<TableName, V> byTable(KeyType<V> value, String text, String example) {
        SingleValue<TableName> table = SingleValue.parsed(TableName::parse, "a table, catalog.schema.table")
                .schemaPattern("^" + TABLE_PART + "(\\." + TABLE_PART + "){2}$");
        return MapOf.of(table, "TABLE", value, text, example);
    }

    /** What is wrong with a table, if the scopes are known and it is not in them. */
    static Optional<String> outOfScope(Optional<Scopes> scopes, TableName table) {
        return scopes.filter(known -> !known.allows(table))
                .map(known -> table + " is out of scope; add its schema to scopes, or remove it");
    }

    /** A mapping from a user attribute, as in {@code ${user.name}}. */
    static MapOf<String, String> byAttribute(SingleValue<String> value, String text) {
        SingleValue<String> name = SingleValue.matching("[A-Za-z_][A-Za-z0-9_]*", "a name of letters, digits and '_'");
        return MapOf.of(name, "ATTRIBUTE", value, text, "region");
    }

    /** An address where secrets or keys are exchanged: in clear text with this machine only. */
    static SingleValue<URI> secureUrl() {
        String plain = "[Hh][Tt][Tt][Pp]://(localhost|127\\.0\\.0\\.1|\\[::1\\])([:/][^@\\s]*)?";
        return SingleValue.parsed(ConfigTypes::secureUrl, "an https:// URL")
                .schemaPattern("^\\s*([Hh][Tt][Tt][Pp][Ss]://[^@\\s]+|" + plain + ")\\s*$");
    }

    private static URI secureUrl(String text) {
        URI url = URI.create(text.strip());
        String host = url.getHost();
        boolean plain = "http".equalsIgnoreCase(url.getScheme()) && host != null && THIS_MACHINE.contains(host);
        boolean secure = "https".equalsIgnoreCase(url.getScheme()) && host != null;
        if (url.getRawUserInfo() != null || !(secure || plain)) {
            throw new IllegalArgumentException("URL");
        }
        return url;
    }

    /** A URL of scheme, host and port only. */
    static SingleValue<URI> origin(String expected) {
        return SingleValue.parsed(ConfigTypes::originUrl, expected)
                .schemaPattern("^\\s*[Hh][Tt][Tt][Pp][Ss]?://[^/?#@\\s]+/?\\s*$");
    }

    private static URI originUrl(String text) {
        URI url = URI.create(text.strip());
        boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
        boolean bare = (url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && url.getRawUserInfo() == null;
        if (url.getHost() == null || !web || !bare) {
            throw new IllegalArgumentException("URL");
        }
        return URI.create((url.getScheme() + "://" + url.getRawAuthority()).toLowerCase(Locale.ROOT));
    }
}

package io.leadgen.mcp.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.leadgen.mcp.auth.Authenticator.Verdict;
import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.runtime.config.HttpConfig.Claims;
import io.leadgen.runtime.config.HttpConfig.TokenAuth;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens count, and what is read from them; the authorization server is real, and on this machine. */
class BearerTokensTest {
    private static final AuthorizationServer ISSUER = AuthorizationServer.start();
    private static final Claims CLAIMS = new Claims("sub", "tier", Map.of("region", "region"));
    private static final Principal LISTED = Principal.of("listed");
    private static final PrivacyPolicy POLICY = new PrivacyPolicy(
            CallerClass.UNTRUSTED,
            Map.of(LISTED, new Caller(CallerClass.UNTRUSTED, Map.of("region", "NYC"))),
            Map.of());
    private static final Map<String, CallerClass> CLASSES =
            Map.of("untrusted", CallerClass.UNTRUSTED, "trusted", CallerClass.TRUSTED);

    private final Authenticator authenticator = authenticator(ISSUER, ISSUER.auth(CLAIMS), Duration.ofMillis(1));

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    private static Authenticator authenticator(AuthorizationServer issuer, TokenAuth auth, Duration refetch) {
        assertThat(issuer.issuer()).isEqualTo(auth.issuer());
        return new BearerTokens(
                new ProtectedResource(URI.create("https://leadgen.test"), auth), POLICY, CLASSES, refetch);
    }

    private Verdict admit(String token) {
        return authenticator.authenticate(List.of("Bearer " + token));
    }

    private Verdict.Rejected refused(String token) {
        Verdict verdict = admit(token);
        assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
        Verdict.Rejected refused = (Verdict.Rejected) verdict;
        assertThat(refused.message() + refused.challenge()).doesNotContain(token);
        return refused;
    }

    private Verdict.Rejected refused(UnaryOperator<JWTClaimsSet.Builder> change) {
        return refused(ISSUER.token("p", change));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS512", "PS256", "ES256"})
    void a_signature_that_only_the_issuer_can_make_counts(String algorithm) {
        String token = ISSUER.signed(
                ISSUER.header(JWSAlgorithm.parse(algorithm)), ISSUER.claims("p").build());

        assertThat(admit(token))
                .isEqualTo(new Verdict.Accepted(
                        new CallerIdentity(Principal.of("p"), new Caller(CallerClass.UNTRUSTED, Map.of()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at+jwt", "application/at+jwt", "JWT", "jwt", ""})
    void a_token_says_that_it_is_one_or_nothing(String type) {
        JWSHeader.Builder header = ISSUER.header(JWSAlgorithm.RS256);
        header.type(type.isEmpty() ? null : new JOSEObjectType(type));

        assertThat(admit(ISSUER.signed(header, ISSUER.claims("p").build()))).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void something_else_that_the_issuer_has_signed_does_not_count() {
        String token = ISSUER.signed(
                ISSUER.header(JWSAlgorithm.RS256).type(new JOSEObjectType("logout+jwt")),
                ISSUER.claims("p").build());

        assertThat(refused(token).status()).isEqualTo(401);
    }

    @Test
    void without_a_token_no_error_is_named_but_where_to_get_one() {
        Verdict.Rejected refused = (Verdict.Rejected) authenticator.authenticate(List.of());

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.challenge())
                .isEqualTo("Bearer scope=\"leadgen:read\","
                        + " resource_metadata=\"https://leadgen.test/.well-known/oauth-protected-resource/mcp\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic YTpi", "Bearer a b", "Bearer \u0130", "bearer=abc"})
    void what_is_no_bearer_token_is_none(String header) {
        assertThat(((Verdict.Rejected) authenticator.authenticate(List.of(header))).challenge())
                .doesNotContain("error");
    }

    @Test
    void the_scheme_may_be_written_in_small_letters_under_any_locale() {
        assertThat(authenticator.authenticate(List.of("BEARER " + ISSUER.token("p"))))
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(authenticator.authenticate(List.of("bearer " + ISSUER.token("p"))))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void two_tokens_are_refused_since_something_on_the_way_may_have_read_the_other_one() {
        String good = "Bearer " + ISSUER.token("p");

        assertThat(((Verdict.Rejected) authenticator.authenticate(List.of(good, good))).status())
                .isEqualTo(400);
    }

    @Test
    void a_token_with_a_shared_secret_does_not_count_though_the_secret_is_public() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(ISSUER.rsa().getKeyID())
                        .build(),
                ISSUER.claims("p").build());
        token.sign(new MACSigner(ISSUER.rsa().toPublicKey().getEncoded()));

        assertThat(refused(token.serialize()).challenge()).contains("error=\"invalid_token\"");
    }

    @Test
    void a_token_without_a_signature_does_not_count() {
        assertThat(refused(new PlainJWT(ISSUER.claims("p").build()).serialize()).status())
                .isEqualTo(401);
        assertThat(refused("abc.def.ghi").status()).isEqualTo(401);
        assertThat(refused("opaque").status()).isEqualTo(401);
    }

    @Test
    void a_changed_token_does_not_count() {
        String[] parts = ISSUER.token("p").split("\\.", -1);
        String other = ISSUER.token("q").split("\\.", -1)[1];

        assertThat(refused(parts[0] + "." + other + "." + parts[2]).message())
                .isEqualTo("The token's signature is not valid");
    }

    @Test
    void a_token_of_somebody_else_with_the_name_of_our_issuer_does_not_count() {
        try (AuthorizationServer other = AuthorizationServer.start()) {
            String token = other.signed(
                    other.header(JWSAlgorithm.RS256), ISSUER.claims("p").build());

            assertThat(refused(token).message()).isEqualTo("The token's type, algorithm or key is not accepted");
        }
    }

    @Test
    void issuer_audience_and_times_must_fit() {
        Instant now = Instant.now();
        assertThat(refused(claims -> claims.issuer("https://other.test")).message())
                .isEqualTo("The token is from another issuer");
        assertThat(refused(claims -> claims.audience("https://other.test/mcp")).message())
                .isEqualTo("The token is for another audience");
        assertThat(refused(claims -> claims.audience((String) null)).message())
                .isEqualTo("The token is for another audience");
        assertThat(refused(claims -> claims.expirationTime(Date.from(now.minusSeconds(60))))
                        .challenge())
                .contains("error=\"invalid_token\", error_description=\"The token has expired\"");
        assertThat(refused(claims -> claims.expirationTime(null)).status()).isEqualTo(401);
        assertThat(refused(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(60))))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void clocks_may_differ_by_half_a_minute() {
        Instant now = Instant.now();

        assertThat(admit(ISSUER.token(
                        "p",
                        claims -> claims.expirationTime(Date.from(now.minusSeconds(15)))
                                .notBeforeTime(Date.from(now.plusSeconds(15))))))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void one_of_several_audiences_is_enough() {
        assertThat(admit(ISSUER.token("p", claims -> claims.audience(List.of("a", AuthorizationServer.AUDIENCE)))))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void the_scope_is_a_word_of_a_text_or_an_item_of_a_list() {
        assertThat(admit(ISSUER.token(
                        "p", claims -> claims.claim("scope", null).claim("scp", List.of("a", "leadgen:read")))))
                .isInstanceOf(Verdict.Accepted.class);
        for (Object scope : new Object[] {"", "leadgen:reader", "leadgen", List.of("leadgen:read x"), Map.of(), 7}) {
            Verdict.Rejected refused =
                    refused(claims -> claims.claim("scope", scope).claim("scp", scope));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.challenge()).contains("error=\"insufficient_scope\"", "scope=\"leadgen:read\"");
        }
    }

    @Test
    void a_token_that_does_not_name_somebody_does_not_count() {
        for (Object name :
                new Object[] {null, "", "  ", "a\nb", "a\u202Eb", "a\u2028b", "x".repeat(256), 7, List.of("p")}) {
            Authenticator numbered =
                    authenticator(ISSUER, ISSUER.auth(new Claims("who", null, Map.of())), Duration.ofMillis(1));
            String token = ISSUER.token("p", claims -> claims.claim("who", name));

            assertThat(((Verdict.Rejected) numbered.authenticate(List.of("Bearer " + token))).message())
                    .isEqualTo("The token has no claim for the principal");
        }
    }

    @Test
    void class_and_attributes_come_from_claims() {
        assertThat(admit(ISSUER.token(
                        "p",
                        claims -> claims.claim("tier", "trusted")
                                .claim("region", "LDN")
                                .claim("other", "x"))))
                .isEqualTo(new Verdict.Accepted(new CallerIdentity(
                        Principal.of("p"), new Caller(CallerClass.TRUSTED, Map.of("region", "LDN")))));
    }

    @Test
    void an_attribute_that_is_no_text_is_none_so_that_row_filters_refuse() {
        for (Object region : new Object[] {7, true, List.of("NYC"), Map.of("a", "b"), "", "NYC\n"}) {
            Verdict verdict = admit(ISSUER.token("p", claims -> claims.claim("region", region)));

            assertThat(verdict)
                    .isEqualTo(new Verdict.Accepted(
                            new CallerIdentity(Principal.of("p"), new Caller(CallerClass.UNTRUSTED, Map.of()))));
        }
    }

    @Test
    void a_class_that_there_is_not_is_refused_and_not_guessed_at() {
        for (Object tier : new Object[] {"Trusted", "gold", List.of("trusted"), 1, ""}) {
            Verdict.Rejected refused = refused(claims -> claims.claim("tier", tier));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.challenge()).isNull();
        }
    }

    @Test
    void a_class_in_a_claim_that_nobody_has_configured_is_none() {
        Authenticator plain = authenticator(ISSUER, ISSUER.auth(Claims.DEFAULT), Duration.ofMillis(1));
        String token =
                ISSUER.token("p", claims -> claims.claim("class", "trusted").claim("tier", "trusted"));

        assertThat(plain.authenticate(List.of("Bearer " + token)))
                .isEqualTo(new Verdict.Accepted(
                        new CallerIdentity(Principal.of("p"), new Caller(CallerClass.UNTRUSTED, Map.of()))));
    }

    @Test
    void about_a_principal_that_the_configuration_lists_the_token_has_no_say() {
        assertThat(admit(ISSUER.token(
                        "listed", claims -> claims.claim("tier", "trusted").claim("region", "LDN"))))
                .isEqualTo(new Verdict.Accepted(CallerIdentity.of(LISTED)));
        assertThat(admit(ISSUER.token("listed", claims -> claims.claim("tier", "gold"))))
                .isEqualTo(new Verdict.Accepted(CallerIdentity.of(LISTED)));
    }

    @Test
    void new_keys_of_the_issuer_are_found_and_old_ones_forgotten() {
        try (AuthorizationServer issuer = AuthorizationServer.start()) {
            Authenticator rotating = authenticator(issuer, issuer.auth(CLAIMS), Duration.ofMillis(1));
            String old = issuer.token("p");
            assertThat(rotating.authenticate(List.of("Bearer " + old))).isInstanceOf(Verdict.Accepted.class);

            issuer.rotate();

            assertThat(rotating.authenticate(List.of("Bearer " + issuer.token("p"))))
                    .isInstanceOf(Verdict.Accepted.class);
            assertThat(rotating.authenticate(List.of("Bearer " + old))).isInstanceOf(Verdict.Rejected.class);
        }
    }

    @Test
    void invented_keys_do_not_make_us_ask_the_issuer_all_the_time() {
        try (AuthorizationServer issuer = AuthorizationServer.start();
                AuthorizationServer invented = AuthorizationServer.start()) {
            Authenticator limited = authenticator(issuer, issuer.auth(CLAIMS), Duration.ofMinutes(4));
            assertThat(limited.authenticate(List.of("Bearer " + issuer.token("p"))))
                    .isInstanceOf(Verdict.Accepted.class);
            for (int i = 0; i < 50; i++) {
                String token = invented.signed(
                        invented.header(JWSAlgorithm.RS256).keyID("k" + i),
                        issuer.claims("p").build());
                assertThat(((Verdict.Rejected) limited.authenticate(List.of("Bearer " + token))).status())
                        .isEqualTo(401);
            }

            assertThat(issuer.fetches()).isLessThanOrEqualTo(2);
            assertThat(limited.authenticate(List.of("Bearer " + issuer.token("p"))))
                    .isInstanceOf(Verdict.Accepted.class);
        }
    }

    @Test
    void while_the_issuer_is_away_known_keys_serve_and_nothing_is_said_about_unknown_ones() {
        try (AuthorizationServer issuer = AuthorizationServer.start()) {
            Authenticator authenticator = authenticator(issuer, issuer.auth(CLAIMS), Duration.ofMillis(1));
            assertThat(authenticator.authenticate(List.of("Bearer " + issuer.token("p"))))
                    .isInstanceOf(Verdict.Accepted.class);
            issuer.hideKeys();

            assertThat(authenticator.authenticate(List.of("Bearer " + issuer.token("p"))))
                    .isInstanceOf(Verdict.Accepted.class);
        }
    }

    @Test
    void an_issuer_who_was_never_there_is_no_fault_of_the_token() {
        AuthorizationServer issuer = AuthorizationServer.start();
        String token = issuer.token("p");
        TokenAuth auth = issuer.auth(CLAIMS);
        Authenticator authenticator = authenticator(issuer, auth, Duration.ofMillis(1));
        issuer.close();

        Verdict.Rejected refused = (Verdict.Rejected) authenticator.authenticate(List.of("Bearer " + token));

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.message()).doesNotContain(issuer.issuer());
    }

    @Test
    void an_issuer_who_is_away_is_no_fault_of_any_token_however_often_it_comes() {
        try (AuthorizationServer issuer = AuthorizationServer.start()) {
            issuer.hideKeys();
            Authenticator limited = authenticator(issuer, issuer.auth(CLAIMS), Duration.ofMinutes(4));
            for (int i = 0; i < 20; i++) {
                assertThat(((Verdict.Rejected) limited.authenticate(List.of("Bearer " + issuer.token("p")))).status())
                        .isEqualTo(503);
            }
        }
    }

    @Test
    void a_token_with_a_new_key_is_not_refused_while_the_issuer_cannot_be_asked() {
        try (AuthorizationServer issuer = AuthorizationServer.start()) {
            Authenticator authenticator = authenticator(issuer, issuer.auth(CLAIMS), Duration.ofMillis(1));
            String old = issuer.token("p");
            assertThat(authenticator.authenticate(List.of("Bearer " + old))).isInstanceOf(Verdict.Accepted.class);
            issuer.rotate();
            issuer.hideKeys();

            assertThat(((Verdict.Rejected) authenticator.authenticate(List.of("Bearer " + issuer.token("p")))).status())
                    .isEqualTo(503);
            assertThat(authenticator.authenticate(List.of("Bearer " + old))).isInstanceOf(Verdict.Accepted.class);
        }
    }

    /** Keys that we cannot use, of which none may lock out those whose key we can. */
    @Test
    void odd_keys_beside_a_good_one_lock_nobody_out() {
        List<String> odd = List.of(
                "{}",
                "null",
                "7",
                "\"key\"",
                "[]",
                "{\"kty\":\"RSA\",\"e\":\"AQAB\",\"kid\":\"no n\"}",
                "{\"kty\":\"RSA\",\"n\":\"\",\"e\":\"\",\"kid\":\"empty\"}",
                "{\"kty\":\"RSA\",\"n\":7,\"e\":\"AQAB\"}",
                "{\"kid\":\"no kty\",\"n\":\"AQAB\",\"e\":\"AQAB\"}",
                "{\"kty\":\"LATTICE\",\"kid\":\"new\"}",
                "{\"kty\":7}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AQAB\",\"y\":\"AQAB\",\"kid\":\"not on the curve\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-999\",\"x\":\"AQAB\",\"y\":\"AQAB\"}",
                "{\"kty\":\"EC\",\"kid\":\"no curve\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed448\",\"x\":\"AQAB\"}",
                "{\"kty\":\"oct\",\"k\":\"AQAB\",\"kid\":\"a secret\"}",
                "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"x5c\":[\"bad\"]}",
                "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"key_ops\":[\"dance\"]}",
                "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"key_ops\":\"sign\",\"use\":7}",
                "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"exp\":\"never\"}");
        try (AuthorizationServer issuer = AuthorizationServer.start()) {
            for (String key : odd) {
                issuer.publishBeside(List.of(key));
                assertThat(authenticator(issuer, issuer.auth(CLAIMS), Duration.ofMillis(1))
                                .authenticate(List.of("Bearer " + issuer.token("p"))))
                        .as(key)
                        .isInstanceOf(Verdict.Accepted.class);
            }
            issuer.publishBeside(odd);
            assertThat(authenticator(issuer, issuer.auth(CLAIMS), Duration.ofMillis(1))
                            .authenticate(List.of("Bearer " + issuer.token("p"))))
                    .isInstanceOf(Verdict.Accepted.class);
        }
    }

    @Test
    void any_of_the_audiences_and_any_of_the_claims_for_scopes_will_do() {
        TokenAuth auth = new TokenAuth(
                ISSUER.issuer(),
                null,
                null,
                List.of("https://leadgen.test", "api://leadgen"),
                "leadgen:read",
                List.of("roles", "permissions"),
                CLAIMS);
        Authenticator authenticator = authenticator(ISSUER, auth, Duration.ofMillis(1));

        for (String audience : List.of("https://leadgen.test/mcp", "https://leadgen.test", "api://leadgen")) {
            for (String claim : List.of("roles", "permissions")) {
                String token = ISSUER.token(
                        "p",
                        claims -> claims.audience(audience)
                                .claim("scope", null)
                                .claim(claim, List.of("other", "leadgen:read")));
                assertThat(authenticator.authenticate(List.of("Bearer " + token)))
                        .isInstanceOf(Verdict.Accepted.class);
            }
        }
        assertThat(((Verdict.Rejected) authenticator.authenticate(List.of("Bearer " + ISSUER.token("p")))).status())
                .isEqualTo(403);
    }

    @Test
    void keys_are_found_by_either_kind_of_metadata_or_as_configured() {
        try (AuthorizationServer issuer = AuthorizationServer.start()) {
            issuer.remove("/.well-known/oauth-authorization-server");
            String token = issuer.token("p");
            assertThat(((Verdict.Rejected) authenticator(issuer, issuer.auth(CLAIMS), Duration.ofMillis(1))
                                    .authenticate(List.of("Bearer " + token)))
                            .status())
                    .isEqualTo(503);
            assertThat(authenticator(
                                    issuer,
                                    new TokenAuth(
                                            issuer.issuer(),
                                            issuer.keys(),
                                            AuthorizationServer.AUDIENCE,
                                            List.of(),
                                            "leadgen:read",
                                            List.of("scope"),
                                            CLAIMS),
                                    Duration.ofMillis(1))
                            .authenticate(List.of("Bearer " + token)))
                    .isInstanceOf(Verdict.Accepted.class);

            issuer.metadata("/.well-known/openid-configuration", issuer.issuer());
            assertThat(authenticator(issuer, issuer.auth(CLAIMS), Duration.ofMillis(1))
                            .authenticate(List.of("Bearer " + token)))
                    .isInstanceOf(Verdict.Accepted.class);
        }
    }

    @Test
    void metadata_of_another_issuer_are_not_believed() {
        try (AuthorizationServer issuer = AuthorizationServer.start()) {
            issuer.metadata("/.well-known/oauth-authorization-server", "https://other.test");

            assertThat(((Verdict.Rejected) authenticator(issuer, issuer.auth(CLAIMS), Duration.ofMillis(1))
                                    .authenticate(List.of("Bearer " + issuer.token("p"))))
                            .status())
                    .isEqualTo(503);
        }
    }

    @Test
    void without_an_audience_of_its_own_the_server_is_named_by_its_url() {
        TokenAuth auth =
                new TokenAuth(ISSUER.issuer(), null, null, List.of(), "leadgen:read", List.of("scope"), CLAIMS);
        Authenticator authenticator = authenticator(ISSUER, auth, Duration.ofMillis(1));

        assertThat(authenticator.authenticate(
                        List.of("Bearer " + ISSUER.token("p", claims -> claims.audience("https://leadgen.test/mcp")))))
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(authenticator.authenticate(
                        List.of("Bearer " + ISSUER.token("p", claims -> claims.audience("https://leadgen.test")))))
                .isInstanceOf(Verdict.Rejected.class);
    }
}
